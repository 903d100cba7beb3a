import type { RecordField } from './facts-asked.ts';

/** What people ask when a fact of the record is the answer, in any paper: one question a line. */
export const RECORD_QUESTIONS: Readonly<Record<RecordField, string>> = {
	author: `
		Who wrote this?
		who are the authors
		author names please
		whose work is it
		list of contributors
		how many people wrote it
		by whom was the article written?
		names of the researchers behind this
		Who's the lead author?
		which scholars are responsible for this piece
		can you give me the surnames for my citation
		who came up with this paper
		in what order are the authors named?
		I forgot who it was by
		writers' initials?
	`,
	'container-title': `
		Which journal did it appear in?
		where was this published
		what's the name of the periodical
		in what magazine can I find it
		journal title for my reference list
		where did it come out
		Which publication carried the article?
		source journal
		what journal do I look under in the library
		it appeared in which academic review?
		name of the serial
		was that in a criminology journal
		container title?
	`,
	publisher: `
		Who published it?
		what's the publishing house
		publisher name pls
		which company brings out the journal
		who puts this out commercially
		the press behind the article
		published by?
		do you know which publisher I should contact for a copy
		where is the publisher based
		who printed it
		university press or commercial house?
		which firm owns the journal
		who would I ask for reprint permission
	`,
	posted: `
		When was it posted?
		on what day was the record put online
		upload date
		since when has it been in the repository
		when did the entry go up
		Posted when exactly?
		date the repository entry was created
		what does the record say after "posted on"
		when did somebody deposit this
		how long has this record been on the site
		deposit date, please
		day, month and year it was added to the archive
		when was it made available on the repository
		is the posted date the same as the publication date
	`,
	issued: `
		When was it published?
		what year is it from
		publication year
		how old is this article
		In which year did the paper come out?
		date of publication for my bibliography
		when did it first appear in print
		was there an online-first version, and when
		what date do I cite
		how recent is it
		when was the article issued by the journal
		year please
		is this a recent publication?
		which year goes in brackets after the names
		when was it accepted and published
	`,
	availability: `
		Where can I read the whole paper?
		is there a pdf
		can you send me the full text
		do you have more than the abstract?
		Is the complete article available anywhere?
		download link for the paper
		why can I see only the abstract
		are the files public
		full version please
		can i get the rest of it
		how do I get hold of the entire article
		does the repository have the file
		have you read the full paper or just the summary?
		is there a preprint or accepted manuscript I can open
		show me page 3 of the paper
		attachments in the record?
		it says the files are not publicly available, is that so
	`,
	affiliations: `
		Where do the authors work?
		which university are they from
		what institutions are behind this
		affiliations of the authors
		home institutions?
		which departments or agencies are named
		are the writers based in Australia
		who employs them
		external affiliations in the record
		were practitioners among the authors, going by where they work?
		From which universities do the contributors come?
	`,
	DOI: `
		What's the DOI?
		doi please
		digital object identifier
		can you give me the doi link
		does it have a doi
		I need the 10.something number
		persistent identifier of the article
		which identifier do I use to cite it permanently
		doi.org address?
		is there a DOI in the record or is that field empty
		handle or doi
		how can I look it up in Crossref
		my reference manager asks for a doi
		permanent link number for the paper
		the identifier that publishers give to articles
		what do i paste into zotero to import it
	`,
	volume: `
		Which volume is it in?
		volume number
		vol.?
		what volume of the journal do I have to order
		is the volume given in the record
		which year's volume was it
		volume no. for my citation please
		do you know the vol
		In what volume did the article come out?
		the bound volume on the shelf, which one
		I have the title but the volume is missing
		what does the record say under volume
		my teacher says the volume is missing from my reference
		what's the number in italics after the journal name
	`,
	issue: `
		Which issue?
		issue number please
		what number within the volume
		is it from a special issue
		in which instalment of the journal was it
		the issue it appeared in
		number in brackets after the volume
		was it the first or the second issue that year
		what edition of the journal is it in
		do you know the issue or is it blank
		summer or winter issue?
		what issue do I ask for at the library desk
		which part of the volume
		journal number (not the volume)
		does the record name an issue
	`,
	page: `
		What pages is it on?
		page range
		how long is the article
		number of pages
		start page and end page
		pp.?
		on which page does it begin
		last page number?
		from page what to page what
		how many pages do I have to read
		page numbers for the citation
		where in the issue does it stand
		is the page count filled in in the record
		first page
		what do I write after "pp." in the reference
	`,
	'peer review': `
		Is it peer reviewed?
		has this been through peer review
		was it refereed
		did other experts check it before publication
		is it a scholarly article that went through review
		refereed journal?
		can I use it for an assignment that only allows peer-reviewed sources
		peer review status
		were there reviewers
		is this a proper academic source
		anything on refereeing in the entry?
		did anybody vet this before it came out
		has the article been quality-checked by independent academics
		blind review or none?
		is it just an opinion piece or was it reviewed by others in the field
	`,
	'open access': `
		Is it open access?
		can I read it for free
		is there a paywall
		do I have to pay to see it
		free to read?
		OA status
		gold or green open access?
		does it cost anything to download
		is access restricted to subscribers
		who has access to it
		what does the record say about open access
		can my students get it without a subscription
		do i need a university login
		is it behind a paywall
		locked or free?
		is the article freely accessible to the public
	`,
	ISSN: `
		What's the ISSN of the journal?
		issn please
		print or electronic issn
		eISSN?
		eight-digit number of the journal
		serial number of the periodical
		international standard serial number
		do you have the issn for the interlibrary loan form
		is an ISSN given
		the library catalogue asks for an issn
		journal identifier
		which code identifies the journal
		issn online version
		is there an isbn or issn
		what's the number with the hyphen in the middle, for journals
	`,
	title: `
		What's the title?
		what is the paper called
		full title please
		name of the article
		how is it headed
		exact wording of the title
		give me the heading
		title of the work you are talking about
		which paper is this
		what article are we discussing here
		I need to type the title into a search engine
		is there a subtitle
		remind me what it's named
		what does the title say
		which text are you quoting from
	`,
	type: `
		What type of item is it?
		is this a journal article or a book chapter
		a thesis, an article or a chapter?
		what kind of publication is this
		is it a conference paper
		publication type for my reference manager
		item type
		is it somebody's thesis
		what sort of document is it
		does the record say whether it is a report or an article
		book or journal article?
		how does the repository classify it
		what kind of source is it, for my bibliography
		was this a talk or a poster
		document type please
		is this from a book
	`,
	URL: `
		Where can I find it online?
		link?
		url of the record
		can you give me a link to the page
		web address please
		where does this record live
		which website is it on
		is there a page I can click on
		what repository is this from
		send link pls
		figshare page?
		the address of the source
		how do I get to the original entry
		got a hyperlink for the handout?
		where did you get this from, on the web
		link to the publisher's page
	`,
};
