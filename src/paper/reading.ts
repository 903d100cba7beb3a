import type { SectionKey } from './section.ts';

/** How to read a section of each kind in any structured abstract: what its sentences do, and the words that tell. */
export const READING: Readonly<Record<SectionKey, string>> = {
	background:
		'Background says what was known, believed or disputed before this work: look for “has been shown”, “recent studies”, the present tense for what is taken as known, and a “however” or “little is known” that opens a gap.',
	purpose:
		'A purpose section says what the paper sets out to do, not what came of it: look for “the aim is to”, “this paper examines”, a question or hypothesis, and sometimes the problem that leads up to it.',
	methods:
		'Methods say what was done, with whom or what, where and when: look for the past tense, often passive (“were interviewed”, “was measured”), and for numbers of cases, tools and dates, while results seldom stand here yet.',
	findings:
		'Findings say what came out of the work: look for results, sizes and comparisons, for verbs such as “found”, “showed” or “there are”, often in the past tense, and for words that show how sure the authors are.',
	limitations:
		'Limitations say what the work could not show or did not look at: look for “only”, “small sample”, “may not apply to”, “more research is needed”, and for sentences that narrow a claim or point to what is missing.',
	practical:
		'Practical implications say what people could do with the work in a job, a service or a rule: look for “should”, “can help”, “it is suggested that”, for services, training and tools, and for advice rather than data.',
	social:
		'Social implications look past the workplace to what communities or society could gain or lose, such as safety, health, fairness or cost: look for the wide view, and for “may”, “could” and “contribute to”.',
	originality:
		'Originality says what is new and for whom it has value: often the paper itself is the subject (“this paper is the first to”, “provides”, “unlike earlier studies”), and it may be set against earlier papers.',
	conclusions:
		'Conclusions say what the authors make of their findings: look for “in conclusion”, “these results suggest”, often the present tense, few new numbers, and a step from what was seen to what it means.',
	abstract:
		'An abstract without headings still tends to go from why to how, then to what was found and what it means: ask of each sentence which of these jobs it does, and let its tense and verb guide you.',
};
