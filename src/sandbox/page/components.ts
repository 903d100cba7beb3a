import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from './actions.ts';
import { markdown } from './markdown.ts';
import type { MessageView, World } from './protocol.ts';

/** A component as a message carries it; the kinds differ in which fields they have. */
type Component = {
	type: number;
	custom_id?: string;
	style?: number;
	label?: string;
	url?: string;
	emoji?: { name?: string };
	disabled?: boolean;
	placeholder?: string;
	content?: string;
	min_values?: number;
	max_values?: number;
	options?: { label: string; value: string; description?: string; default?: boolean }[];
	components?: Component[];
	accessory?: Component;
};

type Shown = TemplateResult | typeof nothing;
type Where = { page: Page; world: World; message: MessageView };

const styles: Record<number, string> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'secondary' };

/** The rows below a message. */
export function components(page: Page, world: World, message: MessageView): Shown {
	const all = (message.components ?? []) as Component[];
	if (all.length === 0) return nothing;
	return html`<div slot="components">${all.map((one) => show(one, { page, world, message }))}</div>`;
}

function show(one: Component, where: Where): Shown {
	const inside = (one.components ?? []).map((each) => show(each, where));
	switch (one.type) {
		case 1:
			return html`<discord-action-row>${inside}</discord-action-row>`;
		case 2:
			return button(one, where);
		case 3:
		case 5:
		case 7:
			return select(one, where);
		case 9:
			return html`<div class="section"><div>${inside}</div>${one.accessory ? show(one.accessory, where) : nothing}</div>`;
		case 10:
			return html`<div class="markdown">${markdown(one.content ?? '', where.world)}</div>`;
		case 14:
			return html`<hr />`;
		case 17:
			return html`<div class="container">${inside}</div>`;
		default:
			return html`<div class="elsewhere">A component of type ${one.type}, which this page does not show</div>`;
	}
}

function isPending({ world, message }: Where, customId: string | undefined): boolean {
	return world.pending.some((one) => one.message === message.id && one.customId === customId);
}

function button(one: Component, where: Where): Shown {
	const { label, url, emoji, disabled = false, custom_id: customId, style = 2 } = one;
	const face = html`${emoji?.name ? html`<span class="emoji">${emoji.name}</span>` : nothing}${label ?? ''}`;
	if (url) {
		return html`<a class="button secondary" href=${url} target="_blank" rel="noopener noreferrer">${face}<span class="launch" aria-hidden="true"></span></a>`;
	}
	const { page, message } = where;
	const pending = isPending(where, customId);
	const press = () => {
		if (pending || customId === undefined) return;
		void page.ask({ do: 'press', channel: message.channel_id, message: message.id, customId });
	};
	const waits = where.world.pending.some((each) => each.message === message.id);
	return html`<button
		class="button ${styles[style] ?? 'secondary'} ${pending ? 'pending' : ''}"
		?disabled=${disabled}
		aria-disabled=${waits}
		aria-busy=${pending}
		@click=${waits ? undefined : press}
	>
		<span class="face">${face}</span>
	</button>`;
}

function choicesOf({ type, options = [] }: Component, { world }: Where): NonNullable<Component['options']> {
	if (type === 5) return world.people.map(({ id, username }) => ({ label: username, value: id }));
	if (type !== 7) return options;
	return world.channels
		.filter(({ kind }) => kind === 'server')
		.map(({ id, name }) => ({ label: `#${name}`, value: id }));
}

function select(one: Component, where: Where): Shown {
	const { placeholder = 'Make a selection', disabled = false, custom_id: customId = '', max_values: most = 1 } = one;
	const { page, message } = where;
	const choose = ({ currentTarget }: Event) => {
		const values = [...(currentTarget as HTMLSelectElement).selectedOptions].map(({ value }) => value);
		if (values.some((value) => value === '')) return;
		void page.ask({ do: 'select', channel: message.channel_id, message: message.id, customId, values });
	};
	const choices = choicesOf(one, where);
	return html`<select
		class="select"
		aria-label=${placeholder}
		?multiple=${most > 1}
		?disabled=${disabled || isPending(where, customId)}
		@change=${choose}
	>
		${most > 1 ? nothing : html`<option value="" ?selected=${!choices.some((each) => each.default)}>${placeholder}</option>`}
		${choices.map((each) => html`<option value=${each.value} ?selected=${each.default ?? false}>${each.label}${each.description ? ` – ${each.description}` : ''}</option>`)}
	</select>`;
}
