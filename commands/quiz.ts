import { type Context, defineCommand, type Pressed } from '../src/discord/command.ts';
import { completePaperOption, HIDE, onPaper, PAPER, passageIn } from '../src/discord/options.ts';
import { type Button, type Card, miss, note, passageCard, type Reply } from '../src/discord/reply.ts';
import type { Say } from '../src/discord/say.ts';
import type { Paper, Passage } from '../src/paper/paper.ts';
import { SECTION_NAMES } from '../src/paper/section.ts';

export const quiz = defineCommand(
	{ name: 'quiz', description: 'A sentence of the abstract: which section does it stand in?', options: [PAPER, HIDE] },
	({ paper, hide = false }, context) => onPaper(paper, context, (found) => askWhere(found, hide, context)),
	{ complete: completePaperOption, buttons: { quiz: guess, reveal } },
);

const keysOf = ({ sections }: Paper) => [...new Set(sections.map(({ key }) => key))];

function askWhere(paper: Paper, hidden: boolean, { say, chance }: Context): Reply {
	const passage = paper.passages[Math.floor(chance * paper.passages.length)];
	const keys = keysOf(paper);
	if (!passage || keys.length < 2) return miss(say.plain('quiz'), say('quizOneSection'));
	const guesses = keys.map(
		(key): Button => ({ label: SECTION_NAMES[key], id: `quiz:${paper.id}:${passage.id}:${key}` }),
	);
	const answer: Button = { label: say.plain('reveal'), id: `reveal:${paper.id}:${passage.id}` };
	const { quote } = passageCard(paper, passage);
	return {
		hidden,
		cards: [{ title: say.plain('quiz'), text: say('quizText'), ...(quote && { quote }), unnamed: true }],
		buttons: [...guesses, answer],
	};
}

/** State: `<paper id>:<passage id>:<the section that is guessed>`. */
function guess(state: string, { corpus, say }: Pressed): Reply | undefined {
	const [id = '', passageId = '', key] = state.split(':');
	const named = passageIn(corpus, id, passageId);
	const guessed = named && keysOf(named.paper).find((one) => one === key);
	if (!named || !guessed) return undefined;
	const section = SECTION_NAMES[guessed];
	return named.passage.section === guessed
		? note(say.plain('quizRight'), say('quizRightText', { section }))
		: note(say.plain('quizWrong'), say('quizWrongText', { section }));
}

/** State: `<paper id>:<passage id>`. Only who started the quiz may; then the message itself shows it. */
function reveal(state: string, { corpus, say, own }: Pressed): Reply | undefined {
	const [id = '', passageId = ''] = state.split(':');
	const named = passageIn(corpus, id, passageId);
	if (!named) return undefined;
	if (!own) return miss(say.plain('notYours'), say('notYoursText'));
	return { hidden: false, replaces: true, cards: [revealed(named.paper, named.passage, say)] };
}

const revealed = (paper: Paper, passage: Passage, say: Say): Card => {
	const card = passageCard(paper, passage);
	return {
		...card,
		title: `${say.plain('revealed')}: ${card.title}`,
		fields: [{ name: SECTION_NAMES[passage.section], value: say(`read:${passage.section}`) }],
	};
};
