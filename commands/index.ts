import type { AnyCommand } from '../src/discord/command.ts';
import { ask } from './ask.ts';
import { cite } from './cite.ts';
import { discuss } from './discuss.ts';
import { findInPaper } from './find-in-paper.ts';
import { help } from './help.ts';
import { paper } from './paper.ts';
import { quiz } from './quiz.ts';
import { search } from './search.ts';
import { abstract, findings, implications, limitations, methods, originality, purpose } from './section.ts';

/** Every command there is, read by dispatch and by registration. */
export const commands: readonly AnyCommand[] = [
	ask,
	findings,
	limitations,
	methods,
	purpose,
	originality,
	implications,
	abstract,
	search,
	cite,
	paper,
	discuss,
	quiz,
	findInPaper,
	help,
];
