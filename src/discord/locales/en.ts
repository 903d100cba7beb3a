/** The bot's own sentences. `{{value}}` is filled in; what is quoted from a paper never stands here. */
export const en = {
	// What goes wrong, or is not there
	unknownCommand: 'I do not know this command',
	unknownCommandText: 'It may be from an older version of me. `/help` says what I can do now.',
	staleButton: 'This button no longer works',
	staleButtonText:
		'What it belonged to has changed, or the paper is no longer here. Type the command again; `/help` lists them all.',
	noSuchPage: 'There is no such page',
	noSuchPageText: 'What is served has changed since. Type the command again.',
	failed: 'That did not work',
	failedText: 'Something went wrong on my side. Whoever runs me finds the cause in the log under `{{id}}`.',
	notVerbatimText:
		'I could not show this passage word for word, so I do not show it. Whoever runs me finds the cause in the log under `{{id}}`.',
	unknownPaper: 'No such paper here',
	unknownPaperText: 'The papers that I can quote:',
	severalPapers: 'More than one paper fits',
	severalPapersText: 'Which of them? Type more of its name, or choose it from the list that `paper` shows:',
	morePapers: 'and {{count}} more: type into `paper` to find them',
	noSuchSection: 'The abstract has no such section',
	noSuchSectionText: 'The abstract of this paper has no section {{asked}}. It has:',
	abstractShowsAll: '`/abstract` shows them all.',
	or: 'or',
	quoted: '“{{text}}”',

	/** Under a quotation, for those who are spoken to in another language. */
	inEnglish: '',

	// Buttons and pages
	wholeSection: 'Whole section',
	cite: 'Cite',
	whyThisPassage: 'Why this passage',
	share: 'Share',
	shared: 'Shared',
	previous: 'Previous',
	next: 'Next',
	pageOf: 'Page {{page}} of {{pages}}',
	continued: '{{title}} (continued)',
	moreThanFits: 'There is more of this than one message holds; the rest is left out.',

	// /ask
	notAnswered: 'The abstract does not answer this',
	closestPassage: 'Closest passage, not an answer',
	askMe: 'Ask me about the paper',
	pointer: 'I quote from the abstract of “{{title}}” and from nothing else: {{sections}}.',
	pointerTry: 'Try `/ask question: what did they find?`, or `/abstract` to read it whole; `/help` has more.',
	whyWords: 'Words of the question that led here: {{words}}.',
	whyKind: 'No single word of the question decided; it was the kind of question that it is.',

	// /search, Find in paper
	noPassage: 'No passage has these words',
	noPassageText: 'Nothing for “{{words}}”. `/ask` takes a question in your own words.',
	closestToMessage: 'Closest to [that message]({{url}}); no verdict on it',
	noText: 'That message has no text',
	noTextText: 'I can only look for words; images, files and embeds I do not read.',
	nothingClose: 'Nothing in the papers here is close to that message',

	// Facts of the record
	recordSilent: 'The record does not say.',
	recordBlank: 'The record leaves {{labels}} blank: it does not say.',
	anotherRecord: 'Another record says',
	inferred: 'inferred; {{source}}',
	postedNote: 'It was put into the repository on {{date}}; that is not the day of publication.',
	leftBlank: 'Left blank by the record',
	theRecord: 'The record: {{name}}',
	othersAdd: 'What other records add',
	othersAddNote: 'Not in the record itself; each with its source',
	title: 'Title',
	type: 'Type of item',
	author: 'Authors',
	'container-title': 'Journal',
	publisher: 'Publisher',
	posted: 'Posted to the repository',
	issued: 'Published',
	availability: 'Full text',
	affiliations: 'Affiliations',
	DOI: 'DOI',
	volume: 'Volume',
	issue: 'Issue',
	page: 'Pages',
	'number-of-pages': 'Number of pages',
	ISSN: 'ISSN',
	URL: 'Address',
	number: 'Number',
	language: 'Language',
	'peer review': 'Peer review',
	'open access': 'Open access',

	// /cite
	unknownStyle: 'No such citation style here',
	unknownStyleText: 'I know {{count}} styles, none of them as “{{typed}}”. Type into `style` to find one.',
	closestStyles: 'The closest:',
	builtInStyles: 'I bring:',
	brokenStyle: 'That citation style cannot be used',
	brokenStyleText: 'The other styles work.',
	noReferenceList: 'This style has no list of references.',
	inText: 'In the text:',
	footnote: 'Footnote:',
	numberNote: 'The number is the place in your own list.',
	toCopy: 'To copy',
	inTheFile: 'It is too long to show here; the whole of it is in the attached file.',
	notKnown: 'Not known, so left out: {{fields}}.',
	noPages: 'No page numbers are known.',
	recordAlone: 'All of it from the paper’s own record: {{name}}',
	restOfRecord: 'The rest from the paper’s own record: {{name}}',

	// Sharing
	sharedBy: 'Shared by {{who}}',
	sharedAlready: 'It is shared already',
	sharedAlreadyText: 'You will find it further down in this channel.',
	cannotShare: 'I may not post here',
	cannotShareText: 'Here only you can see what I say. The reply above can be copied.',
	notShared: 'It was not shared',
	notSharedText: 'Discord did not take the message, so nobody else sees it. You can press “Share” again.',
	perhapsShared: 'I cannot tell whether it was shared',
	perhapsSharedText:
		'Discord did not say whether it took the message. If it does not stand further down in this channel, press “Share” again.',

	// Chat
	chatOptions:
		'Options work where Discord reads them: start a message with `/{{name}}` and choose the command. Or put a question behind my name.',
	noCardsHere: 'I may not show cards in this channel. Type `/ask` instead, or write to me directly.',
	chatHint: 'Put your question behind my name, or type `/ask`; `/help` says what else I can do.',
	slowDown: 'That is quicker than I can follow; give me ten seconds, please.',
	tooLong: 'A question may have up to {{most}} characters; could you shorten it?',

	// /discuss
	prompts: 'To discuss',
	predictFirst: 'Predict first, then look: what will “{{section}}” of “{{title}}” say? Click to see the passage.',

	// /quiz
	quiz: 'Which section does this stand in?',
	quizText: 'A sentence of the abstract, word for word. Everybody answers for themselves; nobody else sees it.',
	quizRight: 'Yes, it stands there',
	quizOneSection: 'The abstract of this paper has no sections to choose between.',
	quizRightText: 'It stands in “{{section}}”.',
	noPassageMessage: '`/search` looks for words, `/ask` takes a question.',
	quizWrong: 'No, not there',
	quizWrongText: 'It does not stand in “{{section}}”. Look again, or wait until it is revealed.',
	reveal: 'Reveal',
	revealed: 'It stands here',
	notYours: 'Not yours to reveal',
	notYoursText: 'Only whoever started this quiz can reveal it.',

	// How to read a section of each kind: what its sentences do, and the words that tell
	'read:background':
		'Background says what was known, believed or disputed before this work: look for “has been shown”, “recent studies”, the present tense for what is taken as known, and a “however” or “little is known” that opens a gap.',
	'read:purpose':
		'A purpose section says what the paper sets out to do, not what came of it: look for “the aim is to”, “this paper examines”, a question or hypothesis, and sometimes the problem that leads up to it.',
	'read:methods':
		'Methods say what was done, with whom or what, where and when: look for the past tense, often passive (“were interviewed”, “was measured”), and for numbers of cases, tools and dates, while results seldom stand here yet.',
	'read:findings':
		'Findings say what came out of the work: look for results, sizes and comparisons, for verbs such as “found”, “showed” or “there are”, often in the past tense, and for words that show how sure the authors are.',
	'read:limitations':
		'Limitations say what the work could not show or did not look at: look for “only”, “small sample”, “may not apply to”, “more research is needed”, and for sentences that narrow a claim or point to what is missing.',
	'read:practical':
		'Practical implications say what people could do with the work in a job, a service or a rule: look for “should”, “can help”, “it is suggested that”, for services, training and tools, and for advice rather than data.',
	'read:social':
		'Social implications look past the workplace to what communities or society could gain or lose, such as safety, health, fairness or cost: look for the wide view, and for “may”, “could” and “contribute to”.',
	'read:originality':
		'Originality says what is new and for whom it has value: often the paper itself is the subject (“this paper is the first to”, “provides”, “unlike earlier studies”), and it may be set against earlier papers.',
	'read:conclusions':
		'Conclusions say what the authors make of their findings: look for “in conclusion”, “these results suggest”, often the present tense, few new numbers, and a step from what was seen to what it means.',
	'read:abstract':
		'An abstract without headings still tends to go from why to how, then to what was found and what it means: ask of each sentence which of these jobs it does, and let its tense and verb guide you.',

	// /help
	help: 'A paper, in its own words',
	helpText: 'I answer with passages of a paper’s abstract, word for word, and say so where it does not answer.',
	helpTry: 'Try',
	helpMore: 'More',
	helpAsk: 'a question in your own words',
	helpSections: 'one section, whole',
	helpAbstract: 'all of it',
	helpSearch: 'passages by words',
	helpCite: 'a reference to copy, or a file for your library',
	helpPaper: 'the record, and what it leaves blank',
	helpDiscuss: 'a discussion that starts from a passage',
	helpQuiz: 'which section does a sentence stand in?',
	helpAlso: 'Also',
	helpFind: 'On any message, **Apps › Find in paper**: the passages closest to it, for you alone.',
	helpChat: 'Mention me with your question, or write it to me directly.',
	helpHide: '`hide: True` with any command: only you see the reply, and **Share** posts it for all.',
	helpPapers: 'Papers here',
	helpKept: 'What I keep',
	helpKeptText: 'Nothing: no questions, no messages, no names.',
	helpSource: 'Where my words come from',
	helpSourceText: 'The public record of each paper. Only the abstract is indexed, not the full text. I never rephrase.',
} as const;
