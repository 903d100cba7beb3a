import type { SectionKey } from '../section.ts';

/**
 * What people call a section of each kind and what they look for in it, in any paper. A passage is found by these words
 * beside its own; words of one paper's topic belong into its questions.json.
 */
export const VOCABULARY: Readonly<Record<SectionKey, string>> = {
	background: `
		background, backdrop, context, setting the scene, introduction, rationale, motivation, prior work, previous
		literature, earlier work, already known, known so far, state of the art, status quo, history, origins,
		importance, problem, issue, challenge, burden, prevalence, unmet need, knowledge gap, gap in the literature,
		controversy, debate, unclear, unknown, trend, growing interest, increasingly, widespread, traditionally,
		hitherto, significance of the topic, problem statement, lead-up, starting point, premise, why it matters
	`,
	purpose: `
		aim, aims, goal, objective, objectives, intention, intent, target, research question, question asked,
		hypothesis, hypotheses, what they want, set out to, seek, sought to, try to, trying to find out, mission,
		point of it, reason for writing, topic, subject, theme, focus, central issue, scope, to examine, to
		investigate, to assess, to explore, to determine, to test whether, to review, to compare, to propose, thesis
		statement, ambition, what for, purpose
	`,
	methods: `
		methods, methodology, lit review, design, approach, procedure, technique, protocol, how it was done, how
		they did it, steps, data collection, data, dataset, sample, sampling, participants, subjects, respondents,
		recruited, enrolled, cohort, patients included, interviews, survey, questionnaire, focus groups, experiment,
		trial, randomised, control group, blinded, case report, case study, observational, cross-sectional,
		longitudinal, simulation, model, measurements, instruments, apparatus, statistical analysis, regression,
		coding, literature search, systematic review, meta-analysis, databases, materials, set-up, evidence base,
		sources, carried out, conducted
	`,
	findings: `
		findings, results, result, outcome, outcomes, found, find, discovered, discovery, showed, shown, revealed,
		observed, effect, effects, evidence, indicate, suggest, detected, identified, difference, increase,
		decrease, improvement, association, correlation, relationship, significant, no effect, better, worse,
		predicted, pattern, promising, positive, mixed, what came out, upshot, works, effective, performance,
		accuracy, estimate, key takeaway, turned out, came to light
	`,
	limitations: `
		limitations, limitation, drawbacks, weaknesses, shortcomings, caveats, caveat, limits, constraints, flaws,
		bias, biased, risks, risk, harm, harms, downside, downsides, disadvantages, cons, negative impact, adverse
		effects, side effects, problems, pitfalls, dangers, what is missing, gaps remaining, open questions,
		unanswered, unresolved, further research, future work, more research needed, next studies, follow-up
		studies, caution, be careful, warning, generalisability, not representative, small sample, cannot be
		generalised, uncertain, doubts, criticism, confounding, backfire, what went wrong, weak spot
	`,
	practical: `
		practical, practical implications, practice, practitioners, application, applications, apply, use, usable,
		usefulness, implement, implementation, put into practice, introduce, adopt, roll out, recommendation,
		recommendations, recommend, advice, advise, guidelines, guidance, should do, what to do, action, action
		points, next steps, managers, clinicians, teachers, engineers, policy makers, decision makers,
		professionals, staff, services, everyday work, real world, hands-on, benefits, tool, lessons, way forward,
		proposal, improve services, what now, actionable
	`,
	social: `
		social implications, society, societal, public, general public, community, communities, citizens, people at
		large, population, public good, common good, welfare, wellbeing of society, quality of life, safety, public
		safety, health of the public, public health, sustainability, equality, inequality, inclusion, justice,
		fairness, poverty, taxpayers, public policy, politics, legislation, public opinion, public attitudes,
		ethical consequences, vulnerable groups, families, neighbours, corporate social responsibility, wider
		impact, broader impact, outside world, world at large, ripple effect, make the world better, natural
		environment, impact on society, everyday people, social
	`,
	originality: `
		originality, original, novelty, novel, new, newness, first, first time, first of its kind, unique,
		uniqueness, unprecedented, pioneering, pioneer, innovative, innovation, groundbreaking, breakthrough, fresh,
		never before, nobody else, unlike previous work, different from others, differs, distinctive, special,
		stands out, value, added value, contribution, contributes, merit, fills a gap, extends, advances the field,
		new ground, new perspective, under-explored, unexplored, rare, agenda, useful to scholars, readership,
		audience, new angle, worth reading, trailblazing
	`,
	conclusions: `
		conclusion, conclusions, conclude, concluding, in sum, to sum up, summing up, overall, in the end, bottom
		line, take-home message, takeaway, final word, final thoughts, verdict, judgement, closing, wrap-up, moral
		of the story, lesson learned, interpretation, meaning, inference, supports the view, confirms, warranted, so
		what, ultimately, all in all, on balance, final answer, outlook, discussion, argue, claim, stance, endorsed,
		what it all means, draw from it
	`,
	abstract: `
		abstract, summary, overview, synopsis, gist, nutshell, in short, brief, briefly, short version, tl;dr, the
		whole thing, everything, full abstract, complete text, all of it, all sections, entire, from start to
		finish, top to bottom, digest, précis, blurb, explain it all, general idea, main points, key points, run-
		down, quick read, what it says, read it out, show the text, original wording, recap, whole abstract, catch
		me up
	`,
};
