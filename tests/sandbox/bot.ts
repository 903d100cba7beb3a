import { setTimeout as wait } from 'node:timers/promises';
import {
	type ApplicationCommandDataResolvable,
	type AutocompleteInteraction,
	type ButtonInteraction,
	type ChatInputCommandInteraction,
	Client,
	type ClientOptions,
	GatewayIntentBits,
	type Interaction,
	type MessageContextMenuCommandInteraction,
	MessageFlags,
	Partials,
} from 'discord.js';

type Run = (interaction: ChatInputCommandInteraction) => Promise<unknown>;

const row = {
	type: 1,
	components: [
		{ type: 2, style: 2, label: 'More', custom_id: 'more' },
		{ type: 2, style: 5, label: 'Site', url: 'https://example.org' },
	],
};
const menu = {
	type: 1,
	components: [
		{
			type: 3,
			custom_id: 'fruit',
			placeholder: 'A fruit',
			options: [
				{ label: 'Apple', value: 'apple' },
				{ label: 'Pear', value: 'pear' },
			],
		},
	],
};
const word = { type: 3, name: 'text', description: 'Any text' };

export const commands: ApplicationCommandDataResolvable[] = [
	{ name: 'zebra', description: 'The last by name' },
	{
		name: 'echo',
		description: 'Says it back',
		nameLocalizations: { de: 'echo-de' },
		options: [
			{ ...word, required: true },
			{ type: 5, name: 'hide', description: 'Only I see it' },
		] as never,
		contexts: [0, 1, 2],
		integrationTypes: [0, 1],
	},
	{ name: 'card', description: 'An embed with buttons' },
	{
		name: 'slow',
		description: 'Defers first',
		options: [
			{ type: 5, name: 'hide', description: 'Only I see it' },
			{ type: 4, name: 'ms', description: 'Milliseconds' },
		] as never,
	},
	{
		name: 'late',
		description: 'Answers too late',
		options: [{ type: 4, name: 'ms', description: 'Milliseconds', required: true, min_value: 0 }] as never,
	},
	{ name: 'twice', description: 'Answers twice' },
	{ name: 'throw', description: 'Breaks' },
	{ name: 'file', description: 'Sends a file' },
	{
		name: 'long',
		description: 'Exceeds a limit',
		options: [
			{
				type: 3,
				name: 'what',
				description: 'Which',
				choices: [
					{ name: 'Content', value: 'content' },
					{ name: 'Title', value: 'title' },
				],
			},
		] as never,
	},
	{
		name: 'pick',
		description: 'Completes',
		options: [
			{ ...word, name: 'word', autocomplete: true },
			{ type: 4, name: 'count', description: 'How many', minValue: 1, maxValue: 5 },
		] as never,
	},
	{
		name: 'more',
		description: 'Follows up',
		options: [{ type: 4, name: 'count', description: 'How many' }] as never,
		contexts: [0, 1, 2],
		integrationTypes: [0, 1],
	},
	{ name: 'choose', description: 'Shows a menu' },
	{ name: 'form', description: 'Shows a form' },
	{ name: 'crash', description: 'Ends the process' },
	{ name: 'open', description: 'Opens a thread' },
	{ name: 'Measure', type: 3 },
];

const runs: Record<string, Run> = {
	echo: (i) =>
		i.reply({
			content: i.options.getString('text', true),
			...(i.options.getBoolean('hide') && { flags: MessageFlags.Ephemeral }),
		}),
	card: (i) =>
		i.reply({
			embeds: [{ title: 'A card', description: '> quoted', footer: { text: 'Source' } }],
			components: [row],
			allowedMentions: { parse: [] },
		}),
	async slow(i) {
		await i.deferReply(i.options.getBoolean('hide') ? { flags: MessageFlags.Ephemeral } : {});
		await wait(i.options.getInteger('ms') ?? 20);
		await i.editReply('At last');
	},
	async late(i) {
		await wait(i.options.getInteger('ms', true));
		await i.reply('Too late?');
	},
	async twice(i) {
		await i.reply('One');
		i.replied = false;
		await i.reply('Two');
	},
	async crash() {
		process.exit(3);
	},
	async throw() {
		throw new Error('broken on purpose');
	},
	file: (i) => i.reply({ content: 'Here', files: [{ attachment: Buffer.from('@article{x}'), name: 'x.bib' }] }),
	long: (i) =>
		i.reply(i.options.getString('what') === 'title' ? { embeds: [{ title: 'x'.repeat(257) }] } : 'x'.repeat(2001)),
	pick: (i) => i.reply(String(i.options.getString('word'))),
	async more(i) {
		await i.reply('First');
		for (let at = 0; at < (i.options.getInteger('count') ?? 1); at++) await i.followUp(`More ${at}`);
	},
	choose: (i) => i.reply({ content: 'Which one?', components: [menu] }),
	form: (i) =>
		i.showModal({
			title: 'Form',
			customId: 'form',
			components: [{ type: 1, components: [{ type: 4, customId: 'name', style: 1, label: 'Name' }] }],
		}),
	async open(i) {
		const { resource } = await i.reply({ content: 'Discuss', withResponse: true });
		const thread = await resource?.message?.startThread({ name: 'Talk' });
		await thread?.send('Welcome');
	},
};

async function complete(i: AutocompleteInteraction): Promise<void> {
	const typed = i.options.getFocused();
	const count = typed === 'many' ? 26 : 3;
	await i.respond(Array.from({ length: count }, (_, at) => ({ name: `${typed} ${at}`, value: `${typed}-${at}` })));
}

async function press(i: ButtonInteraction): Promise<void> {
	if (i.customId === 'more') await i.update({ content: `Pressed by ${i.user.username}`, embeds: [] });
	else await i.reply({ content: `Unknown button ${i.customId}`, flags: MessageFlags.Ephemeral });
}

const measure = (i: MessageContextMenuCommandInteraction) =>
	i.reply({ content: `${i.targetMessage.content.length} characters`, flags: MessageFlags.Ephemeral });

export type Bot = { client: Client<true>; problems: unknown[] };

/** A stock discord.js bot; `problems` collects what its handlers threw. */
export async function startBot(api: string, token: string, more: Partial<ClientOptions> = {}): Promise<Bot> {
	const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
	const client = new Client({ intents, partials: [Partials.Channel], rest: { api }, ...more });
	const problems: unknown[] = [];
	client.on('interactionCreate', async (i: Interaction) => {
		try {
			if (i.isChatInputCommand()) await runs[i.commandName]?.(i);
			else if (i.isMessageContextMenuCommand()) await measure(i);
			else if (i.isAutocomplete()) await complete(i);
			else if (i.isButton()) await press(i);
			else if (i.isStringSelectMenu()) await i.update({ content: `Chosen: ${i.values.join()}` });
			else if (i.isModalSubmit()) await i.reply(`Hello ${i.fields.getTextInputValue('name')}`);
		} catch (error) {
			problems.push(error);
		}
	});
	client.on('messageCreate', async (message) => {
		if (message.mentions.has(client.user?.id ?? '') && !message.author.bot) {
			await message.reply({ content: `You said: ${message.content}`, allowedMentions: { parse: [] } });
		}
	});
	await new Promise<void>((resolve, reject) => {
		client.once('clientReady', () => resolve());
		client.login(token).catch(reject);
	});
	return { client: client as Client<true>, problems };
}

export async function registerAll({ client }: Bot): Promise<void> {
	await client.application.commands.set(commands);
}
