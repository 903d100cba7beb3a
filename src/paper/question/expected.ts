import type { SectionKey } from '../section.ts';

/**
 * What people ask when a section of this kind is the answer, in any paper: one question a line, as varied as people are.
 * Questions about one paper's topic belong into its questions.json.
 */
export const EXPECTED: Readonly<Record<SectionKey, string>> = {
	background: `
		What was already known before this?
		what's the problem they start from?
		why did anybody look into this in the first place
		set the scene for me
		give me some context please
		Where does this come from?
		what had others done up to then
		how did things stand before they started
		Why is this topic important?
		what led up to this
		what gap are they trying to close?
		introduction
		is this a common problem
		how big an issue is it
		what is the state of the art?
		earlier work on the same topic
		I know nothing about this, where do I start?
		What's the rationale?
		what motivated it
		is there some debate going on in the field?
		why now?
		what isn't known yet that made it necessary
		what need does it respond to?
		which trend do they pick up on
		the story so far
		What do we have to know to understand the rest?
		how do they introduce the subject
		who or what is affected by the problem?
		what made them curious
		what is the challenge
		anything about the history of the issue?
		does it say why the question matters
		what was unclear before
		previous findings they build on?
		what was the situation
		how do they justify that somebody had to look at this
		what did people believe until now?
		is it a new problem or has it been around for ages
		What knowledge was missing?
		tl;dr of the intro
		what has changed lately in this field
		why is the existing knowledge not enough?
	`,
	purpose: `
		What is it about?
		what is this about
		what's this all about
		why did they do it
		why did they do this
		why was it done
		what are they trying to find out
		what's the goal here
		Why was it written?
		what's the point of it
		Which question do they want answered?
		hypothesis?
		did they start with a hypothesis or with an open question
		aims and objectives
		what did the authors set out to do?
		in one line: what are they after
		what is being examined
		what do they focus on
		could you tell me the objective please
		subject of the article
		what's the central issue?
		What were they hoping to show?
		what do they want to achieve with it
		scope of the work
		what's it for
		is the intention to test, describe, compare or propose something?
		what did they mean to look at
		the main question
		What is the topic?
		what's the topic here
		what did they want to know
		my assignment says "state the aim", what do I put
		what's the mission
		for what reason did they do this?
		tell me what this deals with
		what were they looking for?
		does it have a clear research question
		What do they intend to contribute to understanding?
		which idea did they want to check
		what does it try to explain
		who or what is under the magnifying glass?
		is there something they want to prove
		theme
		what is meant to be explored
		where are they heading with this
		what's the thesis
		which matter do they address
		stated purpose, word for word
	`,
	methods: `
		what did they do
		how was it done
		how did they do this
		when was it done
		when did they do it
		how and when was it done
		How did they do it?
		what method was used?
		how was it carried out
		what kind of data is it based on
		where did the information come from?
		who took part
		What's the design?
		qualitative or quantitative?
		did they run an experiment or just ask people
		was there a control group
		how were the people chosen
		What did the researchers actually do?
		step by step, what was done
		how did they get to these numbers
		how did they measure it?
		is it a review, a trial, a survey or what
		what material did they work with
		when and where was it done
		explain the procedure
		how was the data analysed
		Which techniques were applied?
		which instruments or tools did they use
		did they interview anyone
		was it randomised?
		on whom or what was it tested
		what approach did they take
		How did they go about it?
		fresh data or other people's?
		how would I repeat this?
		can it be replicated from what they describe
		what did participants have to do
		how did they collect everything
		were people observed over time or just once
		how do they know that?
		what is the evidence base
		how rigorous is the design?
		which analysis did they run
		set-up of the experiment
		did they do real-world tests or simulations?
		what did they compare with what
		how was it tested
		what type of investigation is it
		materials and methods
	`,
	findings: `
		What did they find?
		what came out of it?
		results please
		so did it work?
		what's the main result
		What does the evidence show?
		was there any effect at all
		what did they discover
		good news or bad news?
		tl;dr what were the results
		how well did it perform
		is there a difference between the groups?
		did things get better or worse
		was the hypothesis confirmed
		was anything significant?
		what turned out to be true
		What did the data say?
		what patterns did they see
		what was observed
		which factors made a difference
		what's the answer to their question
		is it effective
		are the outcomes positive, negative or mixed?
		what surprised them
		what do we learn from the data
		how strong is the evidence
		what's linked to what
		Did they manage to show what they wanted to show?
		key finding in one sentence
		what happened in the end
		how large was the improvement?
		which option came out on top
		did it make any difference
		what has been demonstrated
		could they see a relationship
		what did participants report
		what's the take-home result
		proof that it works?
		tell me the outcome
		what did the tests reveal?
		did they come up empty
		what's the most important thing they discovered
	`,
	limitations: `
		What are the limitations?
		what went wrong?
		any weaknesses
		what's the catch
		Are there risks?
		what should we be careful about
		can this be generalised to everybody?
		what couldn't they answer
		what remains to be done
		is more research needed, and on what?
		downsides?
		what are the caveats
		could it do harm
		how far can we trust this
		where's the weak spot
		what would a critic say
		what did they not look at
		is there any bias
		what are the shortcomings of the approach
		future work
		What still needs to be investigated?
		do they admit any problems
		what's missing
		does it hold elsewhere too?
		are there negative effects
		what might the authors have overlooked
		which questions are left open
		what are the cons
		did they run into difficulties
		is there any reason to doubt it?
		how representative is it
		what would need to be studied next
		do they warn the reader about anything
		why should I not take this at face value
		potential dangers
		side effects?
		what's the fly in the ointment
		any gaps left
		for which cases does it not apply
		how could it be improved next time
		Do they discuss what they were unable to do?
		what constraints did they face
		adverse consequences
	`,
	practical: `
		What should practitioners do?
		so what do we do with this in practice?
		how can it be used
		any recommendations
		what do they advise
		how does this help me in my job
		who can apply it and how
		What does it mean for the people who work in the field?
		should we change the way we do things
		is it ready to be used?
		what action should be taken
		what would they tell a manager
		practical use
		how do we put this to work
		does it give guidelines
		benefits for those on the ground
		what's in it for clinicians, teachers or engineers
		should it be introduced everywhere?
		implications for practice
		what can be done better from now on
		lessons for professionals
		what changes do they propose
		if I were in charge, what should I do next
		do they suggest a tool or a programme
		is there anything I can use on Monday morning?
		what should policy makers take from it
		in the real world, how would that look
		what's the advice
		how should services be organised
		who profits from it in daily work
		would it make work easier or better
		what are the concrete steps
		do they call for putting something in place
		what would implementing it bring
		how might decision makers react to this
		Are there any hands-on tips?
		which strategy do they favour
		what ought organisations to do
		what are the consequences for day-to-day work
		what do they want people to adopt
		does it help solve a practical problem?
		how could people in the field benefit
	`,
	social: `
		What does society gain?
		why should anyone care?
		what's in it for ordinary people
		does it make the world a better place
		how does the public benefit
		wider impact?
		what does it mean for communities
		any consequences for society as a whole
		is anybody outside the field affected
		social impact
		will people's lives get better through this?
		does it help the vulnerable
		what would my neighbour get out of it
		how would it touch people who have never heard of it
		Is there a benefit to public health, safety or the environment?
		does it touch on inequality or fairness
		what could change in society
		big picture please
		why does it matter to the rest of us
		why would a newspaper write about it
		how might this affect public policy
		good for taxpayers?
		broader consequences
		does it contribute to the common good
		who in the wider world wins or loses
		could it change public attitudes
		what does the community get back
		does it have ethical or cultural consequences?
		is it of any importance beyond the professionals
		effect on quality of life
		what would be different for families
		how could it affect the population
		any hope for a safer or healthier society
		what's the societal relevance
		does this concern everyone or only specialists?
		what would politicians want to hear about it
		could it help fight a social problem
		the impact on the man in the street
		what ripple effects do they expect
		is society better off
		Does it say something about corporate or social responsibility?
		for the greater good, how?
	`,
	originality: `
		What's new here?
		has this been done before?
		has anyone done this before
		who else has done this
		why is it special
		what makes it different from everything else on the topic
		is it the first of its kind
		what does it add to what we know
		contribution to the field?
		novelty
		What is original about it?
		are they the first
		what's the added value
		why is it worth reading
		who will find it useful
		is there anything innovative in it
		what does nobody else offer
		does it break new ground
		what sets it apart
		how is it unique
		is it just more of the same?
		which gap does it fill
		how does it move the field forward
		unlike earlier work, it does what?
		what are its strengths
		who is the intended reader
		why was it accepted for publication, what's the merit
		any new perspective
		was this ever looked at in this way
		what do the authors think is most valuable about it
		why would I cite it
		fresh ideas?
		to whom is it of value
		do they claim a world first
		what can other scholars use it for
		what is the unique selling point
		does it go beyond earlier publications
		what hasn't been seen before
		what's the breakthrough
		Does it extend an existing theory or method?
		how does it help those who come after
		what's distinctive
		is the angle new or the data new?
	`,
	conclusions: `
		So what?
		what do they conclude?
		bottom line please
		what's the take-home message
		what's the final verdict
		how does it end
		In the end, what do they say?
		what's the moral of the story
		overall, what should I remember
		sum it up
		what does it all mean
		how do the authors interpret this
		closing statement
		are they for or against it in the end
		what lesson do they draw
		what's their final word
		does it settle the question
		on balance, is it worth it?
		what opinion do they end up with
		final thoughts?
		what can we safely say now
		do they end on a hopeful note
		what follows from all that
		what is the answer after all
		what should stay in my head
		how confident are they in the end
		wrap it up for me
		did they answer the question they asked
		what's the outlook
		all things considered, what do they think
		main message
		what do they make of it
		how do they round it off
		what do they argue in the last lines
		if I remember one thing from it, what should it be
		what inference do they draw from the results
		what's the overall judgement
		the conclusion, word for word
		is the matter closed or still open
		Do they come down on one side?
		what does this tell us in general
		ultimately, yes or no?
	`,
	abstract: `
		Can I see the abstract?
		summary please
		give me the whole thing
		tl;dr
		what does it say, all of it
		show me the full abstract
		in a nutshell?
		just the gist
		overview
		everything you have
		read it out to me from start to finish
		what are the main points
		can you summarise it
		I have two minutes, what's in it?
		all the sections in order
		short version
		paste the complete text here
		what's the general idea
		give me a quick rundown
		explain the paper
		tell me all about it
		what is in there
		key points
		I need the abstract for my reading list
		the entire text, please
		can you post the abstract for the class
		from the top
		what does the text say exactly
		a brief outline of all parts
		what's this all about, from beginning to end
		let me read it myself
		don't pick a passage, I want all of it
		could I get a synopsis
		what can you tell me about this one
		complete version
		walk me through it
		I haven't read it, catch me up
		print the abstract
		what are the contents
		give us the low-down
		original wording of the summary
		every section, not only one
	`,
};
