import { words } from './words.ts';

/** What people ask of the record rather than of the abstract. */
export type RecordField =
	| 'title'
	| 'type'
	| 'author'
	| 'container-title'
	| 'publisher'
	| 'posted'
	| 'issued'
	| 'availability'
	| 'affiliations'
	| 'DOI'
	| 'volume'
	| 'issue'
	| 'page'
	| 'ISSN'
	| 'peer review'
	| 'open access'
	| 'URL';

/** What people call the work itself, and those who wrote it. */
const WORK =
	'(?:(?:the|this|that|your|whole|full|entire|complete|original) )*(?:paper|article|study|work|piece|text|review|publication|it|this|one|record|entry|item|manuscript|document)';
const WRITERS = '(?:authors?|co ?authors?|writers?|contributors?)';
const WROTE = '(?:wrote|written|authored|penned|write)';
const IS = '(?:is|are|was|were|be|been)';

/** What repositories call items. Nothing of how a study was done: `review` and `study` are none of them. */
const FORM = `(?:${[
	'(?:book )?chapter|book|monograph|(?:(?:phd|doctoral|masters?|bachelors?|student) )?(?:thesis|dissertation)',
	'journal (?:article|contribution|paper|piece)|article|conference(?: (?:paper|contribution|abstract|talk))?',
	'(?:working paper|report|preprint|data ?set|poster|presentation|talk)',
].join('|')})`;
/** Asks whether the work is such a thing, or is in one. */
const IS_A = `(?:${IS} ${WORK}|(?:whether|if) ${WORK} ${IS}|cite ${WORK})(?: (?:really|actually|just))?(?: (?:from|in|as|an?|somebody|someone))+`;

/** What people call a record's item when they ask of what type it is. */
const THING = '(?:item|publication|document|source|record|entry|resource)';

/**
 * How people ask for a fact, in lower case and without punctuation. `sure`: whatever else the question says. `likely`:
 * only if the question says nothing else, because the words are those of questions about the content, too.
 */
type Asked = { field: RecordField; sure?: string; likely?: string };

/** In the order in which they are tried: “date posted” before “date”, “journal number” before “journal”. */
export const ASKED: readonly Asked[] = [
	{
		field: 'peer review',
		sure: `peer review(?:er|ers|ing|s)?|blind review|refereed|refereeing|scholarly article|academic source
			other (?:experts?|academics) (?:check|vet|read)|(?:vet|check|checked|vetted|vets) (?:\\w+ ){0,3}before (?:it|publication)
			peer reviewed|reviewed by (?:other )?(?:experts|peers|independent|academics|others in the field)|quality checked`,
		likely: `${IS} there (?:any )?(?:reviewers|referees)`,
	},
	{
		field: 'open access',
		sure: `open access|oa|paywall(?:ed)?|without (?:a )?(?:subscription|paying)|free of charge
			free(?:ly)? (?:to read|to download|accessible|available)|need a university login
			access (?:is )?restricted to|(?:read|get|download|see|view|access) ${WORK} (?:for )?free`,
		likely: `(?:have|need) to pay|pay to (?:see|read)|subscribers?|cost (?:anything )?to (?:download|read|access|get|see)
			who has access|${IS} ${WORK} (?:free|locked)`,
	},
	{
		field: 'type',
		sure: `(?:type|kind|sort|form) of ${THING} ${IS} (?:it|this|that|the (?:paper|article|record|item|text))(?! (?:based|drawn|built|about|from|for (?!my)))
			^(?:(?:what|which|the) )*(?:(?:type|kind|sort|form) of ${THING}|${THING} type)$
			${THING} type (?:${IS} (?:it|this|that)|do i|should i|in the (?:record|repository)|for my)
			${IS_A} ${FORM}(?:$| or (?:what|not|something))|${IS_A} (?:${FORM}|journal) (?:(?:or|from|in|as|an?) )+(?:${FORM}|journal)
			^(?:an? )?(?:${FORM}|journal) (?:or|vs|versus) (?:an? )?(?:${FORM}|journal)$
			classif(?:y|ies|ied) (?:\\w+ ){0,3}(?:repository|record|library|catalogue)|repository (?:call|classify) (?:it|(?:this|the) item)$`,
	},
	{
		field: 'posted',
		sure: `uploaded|upload date|deposit date|posted date|date posted|posted (?:on|to)|posted (?:when|exactly)
			(?:added|put|deposited|available|posted|been|go|went|put) (?:\\w+ ){0,4}(?:repository|archive|online)|(?:entry|record) (?:created|go up)
			date the (?:repository|record|entry)|(?:when|date|day|year) (?:\\w+ ){0,6}(?:on the site|(?:in|into|to) the repository)`,
		likely: 'posted|deposit(?:ed)?|go up|archived',
	},
	{
		field: 'DOI',
		sure: `doi|digital object identifier|persistent identifier|permanent link|crossref(?! citation)|zotero
			identifier (?:do i use|that publishers|of the article|of the paper)`,
	},
	{
		field: 'ISSN',
		sure: `e?issn|isbn|standard serial number|serial number|(?:journal|periodical) (?:identifier|code)
			(?:identifier|code|number) (?:\\w+ ){0,2}(?:the journal|the periodical)$`,
	},
	{
		field: 'page',
		sure: `page (?:numbers?|range|count)|(?:how many|number of|which|what|start|end|last|first) pages?|from page|where in the issue`,
		likely: `pages|pp|how long ${IS} ${WORK}|(?:short|long) piece|page (?:\\w+ )?begin`,
	},
	{
		field: 'issue',
		sure: `issue (?:number|no)|special issue|journal number
			(?:issue|number|instal?lment|edition|part) (?:of|within|in) the (?:journal|volume)|edition of the journal|the issue it`,
		likely: '(?:which|what|winter|summer|the) issue|instal?lment|edition|^no$',
	},
	{
		field: 'volume',
		sure: 'volume (?:number|no)|(?:which|what) volume(?! of (?!the (?:journal|periodical)))(?= (?:number|and|is|was|of|did|does|it)|$)|volume of the (?:journal|periodical)',
		likely: 'volumes?|vol',
	},
	{
		field: 'publisher',
		sure: `publishers?(?! (?:page|give))|publishing (?:house|company)|who (?:published|printed|publishes)|published by|puts ${WORK} out|university press|reprint permission`,
		likely: '(?:which|what|the) (?:company|firm|press|house)|elsevier|springer|wiley|sage|emerald',
	},
	{
		field: 'URL',
		sure: `urls?|hyperlink|web ?address|web ?link|figshare|(?:which|what) (?:repository|website)|original entry|on the web
			(?:link|page) (?:to|i can|of) (?:the |a )?(?:record|page|original|source|click|publisher)|(?:address|website) of the (?:source|record|paper)`,
		likely: '(?:find|see|read) it online|links?|record live',
	},
	{
		field: 'availability',
		sure: `full ?text|preprint|accepted manuscript|full (?:version|paper|article)|rest of (?:it|the paper|the article)|page \\d+ of
			(?:whole|entire|complete) (?:paper|article|study|document|version)|download (?:link|the)|files (?:\\w+ ){0,2}(?:public|publicly|available)
			(?:more than|only|just) the (?:abstract|summary)`,
		likely: `pdf|files?|attachments?|download|publicly available|available to the public|(?:the|is the) rest
			(?:read|get|find|see|access|view) (?:the |it )?(?:full|whole|entire|complete|all of)(?: (?:thing|lot|one|it))?`,
	},
	{
		field: 'affiliations',
		sure: `affiliat(?:ed|ions?)|home institutions?|who employs|${WRITERS} ${IS} (?:with|at|from|based)|(?:where|whom) (?:do|does|is|are) (?:the )?(?:${WRITERS}|they) (?:work|based|employed|from)
			(?:where|whom) (?:do|does) \\w+ (?:and \\w+ )?work`,
		likely: `(?:universit(?:y|ies)|uni|institutions?|departments?|agenc(?:y|ies)|organi[sz]ations?|employers?)
			(?:${WRITERS}|they) (?:academics|based|employed|from|with|practitioners)|connected with`,
	},
	{
		field: 'issued',
		sure: `(?:publication|release) (?:date|year)|date of publication|year of publication|(?:date|year) published|what date do i cite
			when ${IS} ${WORK} (?:\\w+ )?(?:published|out|issued|printed|released|accepted)|when did ${WORK} (?:\\w+ )?(?:come out|appear)
			(?:what|which) year (?:did|was|is) ${WORK} (?:come out|from|published|appear)?|online first|year goes in`,
		likely: `(?:what|which|the) (?:year|date)|^(?:year|date)|published when|when (?:\\w+ ){0,3}(?:published|come out|came out|appear|print|issued)
			how (?:old|recent) ${IS} ${WORK}|${IS} ${WORK} (?:a )?(?:recent|old|from)|recent publication`,
	},
	{
		field: 'container-title',
		sure: `(?:which|what|name of|source|in a|in the|title of) journal|journal (?:title|name|article)|periodical|container title|name of the serial
			(?:which|what) (?:magazine|serial|publication)`,
		likely: `journal(?! (?:impact|editor))|magazine|where ${IS} ${WORK} (?:published|printed)|where did ${WORK} (?:come out|appear|get published)|publication carried|outlet`,
	},
	{
		field: 'author',
		sure: `who (?:\\w+ )?${WROTE} ${WORK}$|${WRITERS} (?:names?|list|initials|surnames?)|(?:names?|list|number) of (?:the |all )*${WRITERS}|co ?author|in what order
			(?:first|lead|main|second|third|last|senior|sole) ${WRITERS}|how many (?:people |${WRITERS} )${WROTE}|order are the ${WRITERS}
			how many ${WRITERS}(?! (?:found|report|say|argue|think))`,
		likely: `who (?:\\w+ )?${WROTE}|who ${IS} (?:the |its )?${WRITERS}|^${WRITERS}$|by whom|whose (?:work|paper|article)|who (?:it |this )?${IS} (?:it |this )?by|surnames|initials
			who (?:came up with|${IS} behind|${IS} responsible for|did|made|produced) ${WORK}|(?:scholars?|researchers|people) (?:${IS} )?(?:behind|responsible)
			${WROTE} (?:it |this )?(?:alone|by|with others)`,
	},
	{
		field: 'title',
		sure: `(?:full |exact |whole |complete )*title of ${WORK}|subtitle|name of the (?:paper|article|study)|how is it headed|headline`,
		likely: `titles?|the heading|${IS} ${WORK} (?:called|named)|(?:which|what) (?:paper|article|text) ${IS} (?:this|it|we|you)|it ${IS} (?:called|named)|it named`,
	},
];

/** Words in which any fact is asked for; nothing that an abstract is about. */
export const FRAME = words(
	`abstract academic agency agencies answer appear appeared article articles assignment author authors bibliography based bit book brackets brings
	carry carried catalogue chapter check citation cite click come commercial commercially company contact contributor contributors copy cover
	date day desk details document entry discussing exact exactly field fill filled find full give given go handout help interlibrary
	italics know known lead letter library link list loan look made magazine manuscript month name named names number
	online original outside owns paper people permission person piece please print professional publication published publisher quoting read
	record reference remind repository request say says search send show site source state stated study surname teacher
	tell text thank thanks title type under website wonder word work write writer writers year`,
).map(({ word }) => word);
