import { describe, expect, test } from 'vitest';
import { gives, wanted } from '../../../src/paper/question/wants.ts';
import { words } from '../../../src/paper/question/words.ts';

const plain = (text: string) =>
	words(text)
		.map(({ word }) => word)
		.join(' ');

/** A question, the kind of answer it wants, a sentence that can give it, one that cannot. */
describe('the kind of answer that a question wants', () => {
	test.each([
		['how many patients took part?', 'a number', 'We enrolled 64 patients.', 'We enrolled patients with asthma.'],
		['how many schools joined?', 'a number', 'Twelve schools joined.', 'There were 40 teachers.'],
		[
			'how many shops were there?',
			'a number',
			'Sales in 16 older shops were tracked.',
			'In the shops, sales rose by 6 per cent.',
		],
		['how many beekeepers were in it', 'a number', 'Twelve beekeepers helped.', 'Sensors were placed in 40 hives.'],
		['were there side effects', 'safety', 'No serious adverse events occurred.', 'It helped most of them.'],
		['what does CBT stand for', 'a definition', 'CBT refers to a therapy.', 'CBT helps.'],
		['what share of patients relapsed', 'a share', 'A third relapsed.', 'Some patients relapsed.'],
		['what was the p-value?', 'a p-value or an effect size', 'It fell (p < 0.01).', 'It fell.'],
		['how old were the children on average', 'an age', 'Children aged 4 to 6 took part.', 'Children took part.'],
		[
			'how long did the training take?',
			'a length of time',
			'Training lasted six weeks.',
			'Training took place at night.',
		],
		['when did the trial begin?', 'a date', 'It began in May 2015.', 'It began with 20 men.'],
		[
			'which years does the search cover',
			'a period',
			'Papers from 1990 to 2015 were read.',
			'Papers were read in 2015.',
		],
		['in which country was this', 'a place', 'Nurses in Norway were asked.', 'Nurses in two towns were asked.'],
		['what is the name of the programme', 'a name', 'They used the Triple P programme.', 'They used a programme.'],
		['how much does one cost', 'an amount of money', 'One costs $ 40.', 'The cost is low.'],
		['is it cheaper?', 'money', 'It costs less.', 'It is faster.'],
		['who funded it', 'funding or interests', 'It was funded by the Wellcome Trust.', 'It was free.'],
		['which software was used', 'software', 'Data were analysed in SPSS.', 'Data were analysed.'],
		['which questionnaire did they use', 'an instrument', 'A questionnaire was sent out.', 'Nurses were asked.'],
		['which databases were searched', 'databases or criteria', 'We searched MEDLINE.', 'We read the literature.'],
		['was informed consent obtained', 'ethics', 'All gave consent.', 'All took part.'],
		['define resilience', 'a definition', 'Resilience is defined as recovery.', 'Resilience matters.'],
		['what theory is it based on', 'a theory', 'We use attachment theory.', 'We use interviews.'],
		['name the barriers one by one', 'a list', 'Barriers were cost, time and distance.', 'Barriers were many.'],
		['which exact barriers are meant', 'a list', 'Barriers were cost, time and distance.', 'Barriers were many.'],
		['can you give me an example', 'an example', 'Some foods, such as bread, were left.', 'Some foods were left.'],
		['how is climate measured', 'an instrument', 'Climate was assessed with a scale.', 'Climate matters.'],
		['who conducted the interviews', 'a name', 'Interviews were led by Anna Berg.', 'Interviews were long.'],
		['how big should a group be', 'a number', 'Groups of six are best.', 'Groups are best.'],
		['which is more important, pay or rest', 'a comparison', 'Rest matters more than pay.', 'Both matter.'],
		['why do nurses leave', 'a reason', 'Nurses leave because of stress.', 'Nurses leave early.'],
		['what is the reason for the delay', 'a reason', 'The delay was caused by rain.', 'There was a delay.'],
		[
			'what do the nurses think of the training',
			'what somebody thinks of it',
			'Nurses reported that the training helped.',
			'Nurses were trained.',
		],
		['is A better than B', 'a comparison', 'A was faster than B.', 'A was fast.'],
		['did the control group improve', 'a study of its own', 'The control group got worse.', 'Literature was reviewed.'],
	])('%s → %s', (question, kind, giving, lacking) => {
		const want = wanted(plain(question));
		expect(want?.name).toBe(kind);
		if (!want) return;
		expect(gives(want, plain(question), giving)).toBe(true);
		expect(gives(want, plain(question), lacking)).toBe(false);
	});

	test.each([
		'what did they find?',
		'how much evidence is there',
		'does it do more harm than good',
		'what happens when it ends',
		'where has attention shifted',
		'who benefits from it',
		'is there a growing number of studies',
		'why did they write this',
		'why should anybody care',
		'why is this paper special compared to others',
		'what does the abstract say about that',
		'which way forward is put on the table',
	])('%s wants none of them', (question) => expect(wanted(plain(question))).toBeUndefined());

	test('what no abstract has is given by none', () => {
		for (const question of ['show me figure 2', 'the references please', 'author keywords']) {
			const want = wanted(plain(question));
			expect(want && gives(want, plain(question), 'Figure 2 and the references have keywords.')).toBe(false);
		}
	});
});
