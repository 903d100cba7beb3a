import type { SectionKey } from './section.ts';

/** How to read a section of each kind in any structured abstract: what its sentences do, and the words that tell. */
export const READING: Readonly<Record<SectionKey, string>> = {
	background:
		'Background tells what was known or disputed before. Look for the present perfect (“has shown”), other people’s work, and a “however” that opens the gap.',
	purpose:
		'The purpose says what the paper sets out to do, not what came of it: “aims to”, “the purpose is”, “we ask whether”, and the problem behind it.',
	methods:
		'Methods say what was done, with whom or what, when and where. Look for the past tense, often passive, for numbers of people, places, instruments and dates.',
	findings:
		'Findings say what came out. Look for results, signs, differences and their sizes, and mind how sure the verb is: “shows”, “suggests”, “there is little”.',
	limitations:
		'Limitations say what the work cannot show and what is still needed: “more research”, “only”, “small sample”, “cannot be generalised”.',
	practical:
		'Practical implications say what people in the field could do with it: “programmes should”, “can help”, “it is suggested that”. Advice goes further than results.',
	social:
		'Social implications look beyond the field, at what society could gain or lose: public policy, safety, health, equality; often with “may” and “could”.',
	originality:
		'Originality says what is new here and why it matters to readers: “the first to”, “unlike earlier work”, “contributes”. It speaks of the paper, not of the world.',
	conclusions:
		'Conclusions say what the authors make of the findings. Compare each verb with those of the findings: is it stronger than what was found?',
	abstract:
		'An abstract without headings still moves from why, over how and what was found, to so what. Ask of each sentence which of these it does.',
};
