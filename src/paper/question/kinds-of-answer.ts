/**
 * A kind of answer that a question wants, by its own words, and how a sentence looks that can give it. No rule knows a
 * topic; each holds for any abstract. `held` absent: no abstract gives it.
 */
export type Want = {
	name: string;
	/** Matched against the question's words, lower case, joined by spaces. */
	asked: RegExp;
	/** Matched against the passage as it stands. */
	held?: RegExp;
	/** Only the passage that the question is about can give it: a list of one thing is no list of another. */
	ofBest?: true;
	/** Of a study it is one thing, so that a question need not say of what it is wanted. */
	alone?: true;
	/** It came out of the study: a passage that says what was to be measured does not give it. */
	result?: true;
};

const NUMBER_WORD =
	'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty';
export const COUNT = new RegExp(
	`(?<![\\p{L}\\d.])(?!(?:19|20)\\d\\d\\b)\\d[\\d.,]*|\\b(?:${NUMBER_WORD}|hundreds?|thousands?|dozens?|once|twice|half|single|both|no)\\b`,
	'iu',
);
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE = new RegExp(`\\b(?:1[5-9]|20)\\d\\d\\b|\\b(?:${MONTHS})\\b|\\bcentur(?:y|ies)\\b`);
const SPAN = new RegExp(
	`\\b(?:\\d+|one|${NUMBER_WORD}|several|many)[ -](?:second|minute|hour|day|week|month|year|decade)s?\\b|\\b(?:long|short)[- ]term\\b`,
	'i',
);
/** A name in the middle of a sentence. */
const NAME =
	/(?<=[\p{Ll}\d,;:)] )(?!(?:I|January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}[\p{L}]+/u;
const MONEY =
	/[$€£¥]|\b(costs?|cheap(er)?|expens\w+|price[sd]?|savings?|sav(e|es|ed) money|euros?|dollars?|pounds|budgets?|paid|wages?|economic\w*)\b/i;
const SHARE =
	/\d ?%|\bper ?cent\b|\bpercentage|\b(half|a third|two thirds|a quarter|majority|rates?|ratio|odds|fold)\b/i;
const STATISTIC =
	/\bp ?[<=>]|\b(CI|confidence interval|odds ratio|hazard ratio|relative risk|effect size|standard deviation|SD|SMD|OR|RR|HR|kappa)\b|[rdβη]²? ?= ?[-−]?\d|\bsignifican/;
/** `a, b and c`, of a few words each; or counted: first … second. */
const ENUMERATION =
	/\w, (?:[\w-]+ ){0,3}[\w-]+(?:, (?:[\w-]+ ){0,3}[\w-]+)*,? (?:and|or) |\b(?:first|1)\b.*\b(?:second|2)\b/i;
const COMPARISON =
	/\b(than|compar\w+|versus|vs|relative to|whereas|unlike|as (\w+ )as|both groups|control|differ\w*|outperform\w*)\b/i;

/** What people ask of a record that none here has: neither a passage nor a fact next to it is given instead. */
export const UNRECORDED =
	/\b(editors?|editor in chief|e ?mail|phone|orcid|who(m)? (can|do|should|could) (i|we|one) contact|contact (details|information|author)|get in touch|keywords?|subject (headings|terms)|index terms|cited|citation (count|number)|number of citations|altmetrics?|impact factor|licen[cs]e|copyright|creative commons|funder|grant)\b/;

/** In the order in which they are tried; the first that is asked counts. */
export const WANTS: readonly Want[] = [
	{
		name: 'a p-value or an effect size',
		alone: true,
		result: true,
		asked:
			/\b(p values?|p$|statistically significant|significance (level|threshold)|with what p|effect sizes?|pooled effect|cohens? d|odds ratio|hazard ratio|risk ratio|relative risk|confidence intervals?|standard deviations?|correlation coefficient|correlation between|kappa|cronbachs?|alpha of|multiple testing|number needed to treat|test statistic|r squared)\b/,
		held: STATISTIC,
	},
	{
		name: 'a share',
		asked:
			/\b(percent(age)?s?|per cent|what (share|proportion|fraction)|proportion of|share of|fraction of|(success|dropout|drop out|response|completion|mortality|survival|error|failure|attrition|prevalence|incidence) rates?|(what|which) (is|was|were|are) (the|their) (\w+ ){1,2}rates?|ratio|out of (a|every|one) (hundred|thousand|ten)|odds of|how likely)\b/,
		held: SHARE,
	},
	{
		name: 'an amount of money',
		asked:
			/\b(how much (money|(does|do|did|would|will|is|was|are|were) .*\b(costs?|save[sd]?|pay|paid|charge))|(what|which) (price|budget|salary|fee)|(the|a|at what) price|budget|costs? per|price per)\b/,
		held: /[$€£¥] ?\d|\d ?(euros?|dollars?|pounds?|francs?|yen|rupees|cents?|(EUR|USD|GBP|AUD))\b/,
	},
	{
		name: 'money',
		asked:
			/\b(costs?|cheap(er)?|expensive|money|wages?|salar(y|ies)|(health )?economic evaluation|cost effective(ness)?|get paid|are .* paid|fees?|value for money|(does|do|would|could|what) .* save the)\b/,
		held: MONEY,
	},
	{
		name: 'an age',
		alone: true,
		asked:
			/\bhow old (was|were|are) (?!(the|this) (paper|article|study|review))|\b(mean|average|median|typical) age|\bage (range|group|of)|\bat what age\b/,
		held: /\b(aged?|years? old|year-olds?|mean age)\b/i,
	},
	{
		name: 'a length of time',
		alone: true,
		asked:
			/\b(how long (?!(ago|is the (paper|article|abstract)))|for how (many|long)|length of (a|the|each|time)|how often|how frequently|how many (times|hours|days|weeks|months|years|minutes|sessions)|how soon|after how|after what time|over (how many|what period)|(what|which) (duration|time span|follow up period)|duration of|average (sentence|length|duration))\b/,
		held: SPAN,
	},
	{
		name: 'a number',
		alone: true,
		asked:
			/\b(how many|(?:^(?:the )?|what (?:is|was|were|are) the |(?:what|exact|total) )number of|sample size|size of the (sample|cohort|group)|what (was|is) (the )?n\b|how (big|large) (was|is|were) the (sample|group|cohort|study|effect|drop|difference|increase|decrease|reduction|improvement|change)|average (number|score)|mean (score|number)|how much (lower|higher|more|less|better|worse|faster|slower|bigger|of a)|how much (did|do|does|has|have|was|were) (?!.*\bmatter\b)|by how much|how (big|large|small|long) (should|must|can|could|would|may)|how (heavy|tall|far|deep|wide|hot|cold|fast|quickly) (is|are|was|were|did|do|does|can)|in points|exact (number|figure))\b/,
		held: COUNT,
	},
	{
		name: 'a place',
		alone: true,
		asked:
			/\b((which|what)( other| particular)? (country|countries|city|cities|town|towns|region|regions|state|states|continent|nation|nations|nationality|county|district)|from which (country|countries|places?)|where (was|were|is|are) (\w+ ){1,4}(located|situated|based|conducted|done|held|carried out|collected|recruited|from)|where (did|was|were) (this|it|the (study|research|work|trial|experiment|review|survey))\b|where (was|were) (the|these|those) \w+$|where in the world|geographic\w*)\b/,
		held: NAME,
	},
	{
		name: 'funding or interests',
		alone: true,
		asked:
			/\b(fund(ed|ing|er|ers)?|grants?|sponsors?(ed)?|financ(ed|ial|ially|e)|who paid|conflicts? of interests?|competing interests?|disclos(ure|e|ed)|declare|footed the bill|paid for (the|this|it))\b/,
		held: /\b(fund\w+|grants?|sponsor\w*|financ\w+|interests?)\b/i,
	},
	{
		name: 'a name',
		asked:
			/\b(names? of|what (?:is|are|was|were) .* called|called what|by name|whose name|(?:which|what) named|name (?:a|an|one)|who (?:carried out|conducted|performed|undertook)|(which|what)( specific| particular| exact)? (prisons?|jails?|schools?|hospitals?|clinics?|compan(y|ies)|universit(y|ies)|charit(y|ies)|organi[sz]ations?|agenc(y|ies)|board|council|committee|villages?|farms?|firms?|brands?|manufacturers?|therapists?)|which (researchers?|scholars?|authors?|scientists?|professors?|teams?|journals?)|who (founded|invented|supervised|approved|trained|developed|built|designed|manufactured|created|coined|reviewed|screened|chaired)|who (was|were) the)\b/,
		held: NAME,
	},
	{
		name: 'ethics',
		alone: true,
		asked:
			/\b(ethics|ethical(ly)? (approv\w+|board|committee|review)|informed consent|consent|institutional review board|irb|anonymi[sz]\w*|confidential\w*)\b/,
		held: /\b(ethic\w*|consent\w*|anonym\w*|confidential\w*|institutional review board)\b/i,
	},
	{
		name: 'software',
		alone: true,
		asked:
			/\b(software|which (app|tool|program|package)s? (was|were|did)|is there an app|nvivo|atlas ti|spss|stata|python|excel|matlab|github|source code|code available|covidence|rayyan|reference manager)\b/,
		held: /\b(software|package|SPSS|Stata|NVivo|Python|MATLAB|R version|app|apps|open[- ]source)\b/,
	},
	{
		name: 'an instrument',
		asked:
			/\b((which|what) (\w+ )?(questionnaires?|scales?|instruments?|inventory|inventories|tests?|checklists?|guides?|measures?|tool)|questionnaire (measured|did)|how (was|were|is|are) (\w+ ){1,4}(measured|assessed|rated|scored|quantified)|how (do|does|did|can|could|would) (\w+ ){1,2}(measure|assess|quantify)|quality checklist|prisma|prospero|risk of bias|(was|were) .* (assessed|measured|rated) with|used to measure)\b/,
		held: /\b(questionnaires?|scales?|instruments?|inventor(y|ies)|tests?|checklists?|measured|assessed|index|thermometers?|sensors?|scans?|logs?)\b/i,
	},
	{
		name: 'databases or criteria',
		alone: true,
		asked:
			/\b((which|what) (databases?|search (terms|strings?|engines?)|keywords|criteria)|databases|search terms|(inclusion|exclusion|eligibility) (and (inclusion|exclusion) )?criteri(a|on)|inclusion and exclusion|(peer|prospectively|pre) ?registered|protocol)\b/,
		held: /\b(databases?|PubMed|MEDLINE|Scopus|Web of Science|criteria|eligible|keywords|search terms|registered|protocol)\b/i,
	},
	{
		name: 'a period',
		asked: /\b(what years|which years|since when|how far back|back to (?:what|which) (?:year|decade)|between which)\b/,
		held: /\b(from|between|since|until) (\w+ )?(1[5-9]|20)\d\d\b|\b(1[5-9]|20)\d\d ?(–|-|to) ?(1[5-9]|20)?\d\d\b/,
	},
	{
		name: 'a date',
		asked:
			/^(and |so |but |since |until |from )?when (was|were|is|are|did|do|does|has|had|will|exactly)\b|\b((what|which) (year|years|month|day|date|decade|century)|until when|in what year|date of|on what date|on which day)\b/,
		held: DATE,
	},
	{
		name: 'a study of its own',
		asked:
			/\b((the|an?|any) (control|intervention|treatment|experimental|placebo|comparison) (group|arm)s?|the (participants|respondents|interviewees|interviews|interviewers?|sample|questionnaire|survey|trial|experiment|follow up|drop ?outs)|(did|were|could|had) (the )?(participants|respondents|interviewees)|dropped out|drop outs)\b/,
		held: /\b((two|both|each|control|intervention|treatment|experimental|placebo|comparison) (groups?|arms?)|participants|respondents|interview\w*|sample[ds]?|questionnaires?|survey\w*|trial|experiment\w*|follow(ed)?[- ]up|volunteers|patients|recruited|enrolled)\b/i,
	},
	{
		name: 'a theory',
		asked:
			/\b((what|which) (\w+ )?(theory|theories|framework|paradigm|epistemolog\w+)|theor(y|ies) (is|are|was|behind|of)|(\w+) theory\b|epistemolog\w+|theoretical (framework|basis|background))\b/,
		held: /\b(theor\w+|framework|paradigm|epistemolog\w+)\b/i,
		ofBest: true,
	},
	{
		name: 'a definition',
		asked:
			/\b(defin(e|ed|es|ition)|what is meant by|what do (they|you) (mean|understand) by|what does (?!(?:it|this|that|all) )(?:\w+ ){1,4}mean(?: exactly| here| precisely)?$|what (\w+ )?counts? as|which \w+ do they mean|explain (the (term|word)|in simple)|meaning of (the )?(word|term)|stands? for$|^what (is|are) (?!the |this |that |it )(\w+ ){1,3}(exactly|precisely)$|^what (is|are) (a|an) \w+( \w+)?$)/,
		held: /\b(defined as|definition|refers? to|is understood as|i\.e\.|namely|known as)/i,
		ofBest: true,
	},
	{
		name: 'safety',
		alone: true,
		result: true,
		asked:
			/\b(side effects?|adverse (events?|effects?|reactions?)|(is|was|were|are) (it|this|that|they) safe|safety|(get|got|gets) hurt|injur(y|ies|ed)|tolerat(ed|e)|complications?)\b/,
		held: /\b(adverse|side effects?|safe\w*|unsafe|harm\w*|injur\w*|complications?|negative (impact|effect|consequence)s?|risks?|tolerat\w*|serious)\b/i,
	},
	{
		name: 'what an abstract never has',
		asked:
			/\b(figure \d+|fig|(?<!(?:on|off|to|under|at) the )tables?( \d+| of)?|appendix|appendices|supplementary (material|files?|data)|raw data|dataset available|references|bibliography|quot(e|es|ations?) from|transcripts?|verbatim quotes|page \d+|footnotes?)\b/,
	},
	{ name: 'what no record here has', asked: UNRECORDED },
	{
		name: 'a reason',
		asked:
			/^(?:(?:and|but|so|then|ok|please|tell me|explain|do they say|does it say) )*(?:why|how come)\b(?! (?:do|does|did|should|would|is|was|has|have|not)? ?(?:they|it|this|that|these|we|i|you|one|anyone|anybody|someone|somebody|people|the (?:authors?|researchers|paper|article|study|review|work))\b)(?!.*\b(?:paper|article|matters?|care|important|interest(?:ing|ed)?|special|relevant|read|useful|valuable|new|novel|unique)\b)|\b(?:for what reasons?|(?:what|which) (?:is|are|was|were) the (?:\w+ )?(?:reasons?|causes?) (?:for|why|of|behind|that)|what (?:causes|caused|explains)|(?:reason|explanation) given)\b/,
		held: /\b(?:because|due to|owing to|so that|in order to|in the quest|thanks to|therefore|thus|hence|thereby|causes?|caused|reasons?|explain(?:s|ed)?|result(?:s|ed)? from|as a result|(?:through|by) \w+ing|(?:lead|led|leads|leading) to)\b/i,
		ofBest: true,
	},
	{
		name: 'what somebody thinks of it',
		asked:
			/\b(?:what|how) (?:do|did|does|would) (?:(?!(?:authors?|researchers?|writers?|they|it|this|paper|article|study|review|abstract|text|record|document|work|research|literature|findings|results|evidence|we|i|you|one)\b)\w+ ){1,4}(?:think|feel|believe|say|make|view|rate|perceive|experience) (?:of|about|it|this|that|these|them|such)\b|\bwhat (?:(?!(?:authors?|researchers?|writers?|they|it|paper|article|study|review|abstract|is|was|has|have)\b)\w+ ){1,4}(?:said|thought|felt|told) (?:of|about)\b/,
		held: /\b(?:think|thought|felt|feel|feelings?|views?|viewed|opinions?|attitudes?|perce\w+|report(?:ed)?|believed?|beliefs?|satisf\w+|accept\w*|experienced?|experiences|preferred|rated|interview\w*|survey\w*)\b/i,
		ofBest: true,
	},
	{
		name: 'an example',
		asked:
			/\b(?:(?:give|show|tell|have|any|an?|another|concrete|some|one) (?:me |us )?(?:an? |some )?(?:good |concrete |specific |real )?examples?|(?:for|as an) example$|example of|(?:what|which) examples?)\b/,
		held: /\b(?:such as|e\.g\.|for (?:example|instance)|examples?|including|include[sd]?|namely|like)\b/i,
		ofBest: true,
	},
	{
		name: 'a list',
		asked:
			/\b(one by one|one after (?:the other|another)|(?:which|what) (?:exact|specific|particular|concrete) (?:\w+ ){0,2}\w+s|exactly which|list (all|of|them|the|every|each|out)|name (all|each|every|them|the|some|two|three|four|five|several|specific)|enumerate|itemi[sz]ed?|give me (all|every|the list)|what are the (\w+ )?(steps|priorities|themes|topics|roles|types|criteria|stages|phases|components|items)|(which|what) (themes|topics|steps|types of \w+ \w+))\b/,
		held: ENUMERATION,
		ofBest: true,
	},
	{
		name: 'a comparison',
		asked:
			/\b((more|less|fewer|better|worse|higher|lower|larger|smaller|stronger|weaker|faster|slower|cheaper|greater|bigger|sooner|longer|shorter|safer|easier|harder) (\w+ ){0,6}than (?!(good|harm|one|expected|before|ever|it|usual|that|just|nothing)\b)|vs|versus|compared? (to|with) (?!(?:the )?others?\b)|in comparison|as (good|effective|much|strong|large|safe) as (?!possible)|(which|what) (is|are|was|were|one is|matters) (the )?(more|most|less|least|better|best|worse|worst)|difference between|superior|inferior|outperform\w*)\b/,
		held: COMPARISON,
		ofBest: true,
	},
];
