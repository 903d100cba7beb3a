import { words } from './words.ts';

/** Turns of talk that ask nothing of the paper; each line one pattern for the whole question, lower case. */
const WHOLE = `
	(?:hi|hello|hey|heya|hiya|yo|hola|howdy|greetings|sup|moin|bonjour|ciao|salut)(?: (?:hi|hello|hey|there|bot|all|everyone|everybody|you|friend|mate|guys|verbatim))*
	(?:good )?(?:morning|afternoon|evening|night|day)(?: (?:to you|all|everyone|everybody|bot|there|you))*
	(?:hi|hello|hey)?(?: there| bot)? ?how (?:are|is) (?:you|it|everything|life)(?: (?:doing|going|today|all))*
	what is (?:up|new with you)|anyone (?:here|there|home)|are you (?:there|awake|ok|online|alive)
	(?:bye|goodbye|see you|see ya|later|cya|farewell)(?: (?:bye|bot|all|everyone|tomorrow|later|soon|see you|then|for now|you))*
	(?:(?:ok|okay|great|perfect|cool|nice|good|wow|awesome|excellent|super|fine|right|yes|no|lol|haha|amazing|brilliant|lol|merci|danke|gracias)(?: |$))+(?:beaucoup|thanks|one|answer|bot|job|work|stuff|thank you)?
	(?:(?:ok|okay|great|perfect|cool|nice|good|many|lovely) )*(?:answer )?(?:thanks|thank you|ty|cheers|thx|tnx|thank)(?: (?:a|so|very|lot|much|you|bot|mate|man|all|for|the|your|that|it|this|helped|helps|answer|help|everyone|again|was|great|useful|ur|you are|the best|best|legend|so kind|awesome))*
	(?:ok |great |perfect )*that (?:is|was) (?:what i (?:needed|wanted)|helpful|useful|great|perfect|all|nice)
	(?:good|bad|stupid|nice|clever|silly|best|great|dumb) (?:bot|job|answer|one)(?: .*)?
	help(?: me)?(?: please)?|please help|test(?:ing)?(?: test(?:ing)?)*|ping|start|menu|commands?
`;

/** What people say around a question: how they ask it, and what for. */
const ASIDES = `
	(?:please|pls|sorry|excuse me|if possible|if you can|if you do not mind|asking for (?:a|my) \\w+)
	(?:many |thousand )*(?:thanks|thank you|thx|cheers|ty)(?: \\w+){0,3} (?:in advance|anyway)
	(?:i have )?(?:just )?(?:an? )?(?:quick|silly|dumb|stupid|simple|short|little|small|naive) (?:question|one|thing)(?: \\w+){0,4}
	(?:i am )?(?:just )?(?:curious|asking|wondering|checking)|(?:two|three) (?:things|questions)(?: please)?
	(?:it is |this is |i need (?:it|this) )?for (?:my|our|a|an|the|some) (?:\\w+ ){0,3}(?:essay|assignment|homework|class|course|lecture|lesson|bibliography|handout|slides?|poster|seminar|thesis|dissertation|exam|presentation|talk|report|blog|friend|colleagues?|students?|teacher|boss|reading group|journal club)
`;

/** Questions about the bot: the address “you” and what only a bot does or is. */
const BOT = `
	(?:who|what) are you|who (?:made|built|wrote|programmed|created|owns|runs) (?:you|this bot)|what (?:can|do) you (?:do|know)
	are you (?:a |an )?(?:human|bot|machine|robot|real|ai|person|chatgpt|gpt|llm|alive)|do you (?:use|have) (?:ai|chatgpt|a model|an llm|commands)
	(?:which|what) (?:commands?|papers?) (?:do you|are there|can i)|how (?:do|can|does|should) (?:i|one|we) (?:use|ask|talk to) (?:this|you|the)
	do you (?:store|save|keep|log|remember|record|speak|understand|read|sleep|like|love)|can you (?:read|see|hear|add|speak|ban|kick|remember|learn)
	your (?:source|code|name|system prompt|instructions|creator|privacy|model|developer)|summari[sz]e (?:it )?in your own words|how do you (?:work|know)
	(?:write|finish|do) (?:my|me|us|our) (?:\\w+ ){0,2}(?:essay|homework|assignment|thesis|paper|summary|review)
	(?:can|could|would) you (?:please )?(?:book|order|play|remind|schedule|buy|sing|draw|translate|google)
	your opinion|do you (?:think|agree|believe)|(?:this|the|a) bot|you (?:chatgpt|gpt)
	you are now|(?:ignore|forget|disregard|override) (?:all |any |everything |the |your |these |previous |prior |above |earlier )+(?:instructions?|rules|prompts?|orders|text|said)|(?:pretend|act|behave|respond|answer) (?:as if|as though|as an?|like an?|to be|you are|that you)|jailbreak\\w*|repeat after me
	^(?:please |now |just )*(?:say|claim|write|state|admit) that
`;

const lines = (patterns: string) =>
	patterns
		.trim()
		.split('\n')
		.map((line) => line.trim())
		.join('|');

const whole = new RegExp(`^(?:${lines(WHOLE)})$`);
const aside = new RegExp(`^(?:${lines(WHOLE)}|${lines(ASIDES)})$`);
const bot = new RegExp(`\\b(?:${lines(BOT)})\\b`);

/** Whether a question is a greeting, thanks, or about the bot. @param question its words, lower case, joined by spaces */
export const isSmallTalk = (question: string): boolean => whole.test(question.trim()) || bot.test(question);

/** Between two marks of punctuation. */
const CLAUSE = /[^.?!,;:()\n–—]+/gu;

/** Words that only open a question. */
const OPENING =
	/^\s*(?:(?:ok(?:ay)?|so|well|hey|hi|hello|btw|tl;?dr|u[hm]+|hm+|right|basically|just)\b[\s,.:;!–-]*)+/iu;

/** In words; “so what” opens nothing. */
const SHORTEST = 2;

/** A question without the clauses that ask nothing: greetings, thanks, what it is for; all of it where there are no others. */
export function toThePoint(question: string): string {
	const isAside = (clause: string) =>
		aside.test(
			words(clause)
				.map(({ word }) => word)
				.join(' '),
		);
	const isOne = (question.match(CLAUSE)?.length ?? 0) < 2;
	const point = isOne ? question : question.replace(CLAUSE, (clause) => (isAside(clause) ? ' ' : clause));
	const start = point.replace(OPENING, '');
	if (start === question) return question;
	return [start, point].find((text) => words(text).length >= SHORTEST) ?? question;
}
