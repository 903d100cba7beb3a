/**
 * What readers ask about and an abstract seldom tells: one aspect a line, by its words. That a word of an aspect stands
 * in a question, and none of that aspect in the passage or in what the passage is expected to answer, is good evidence
 * that the passage does not answer it.
 */
export const ASPECTS = `
	training, trained, qualification, qualifications, qualified, certified, accredited, accreditation, diploma, licence, licensed, coaching, instructed, workshop, workshops, apprenticeship, syllabus, credentials, induction, refresher course, course certificate, trainers
	years old, old age, elderly, older adults, pensioners, younger, youth, teenagers, teens, adolescents, juveniles, juvenile, under 18, over 50, mean age, age range, age group, toddlers, infants, young offenders, youngsters, what age
	gender, sex ratio, women, woman, female, females, girls, boys, male, males, transgender, trans, non-binary, ladies, both sexes, men only, gendered
	gay, lesbian, lgbt, lgbtq, homosexual, homosexuality, bisexual, queer, sexual orientation
	ethnicity, ethnic, race, racial, racism, black, hispanic, latino, asian, indigenous, aboriginal, maori, minorities, skin colour, skin color, immigrants, migrants, refugees, foreigners
	religion, religious, faith, church, god, prayer, pray, christian, muslim, islam, jewish, buddhist, chaplains, imam, priest, bible, spiritual, spirituality, mosque, atheist
	paid, pay, payment, salary, salaries, wage, wages, reward, rewards, rewarded, incentive, incentives, perks, privileges, compensation, reimbursed, voucher, vouchers, unpaid, bonus, earn
	selected, selection, picked, chosen, choose, choosing, pick, handpick, eligible, eligibility, vetted, vetting, handpicked, volunteers, volunteer, criteria, who qualifies, cherry-picked, turned away
	matched, matching, paired, pairing, pairs, allocated, buddy up, one-to-one, partnered, compatible, pairs up, same crime
	supervision, supervised, supervise, oversight, oversee, overseen, monitored, monitoring, line manager, mentored, audited, audit, inspection, inspectors
	dropout, dropouts, dropped out, attrition, quit, quitting, withdrew, withdrawal, withdrawn, gave up, left early, non-completers, retention rate, no-shows, refusers, refused
	cost, costs, costly, budget, expense, expensive, cheap, cheaper, price, dollars, pounds, euros, cost-effective, cost-effectiveness, economics, financial, afford, affordable
	law, laws, legal, legally, statute, courts, liability, liable, lawsuit, sue, sued, regulation, regulations, constitutional, human rights, attorney, solicitor, law court
	staff opinion, staff attitudes, employees, colleagues, personnel, management view, trade union, unions, burnout, turnover,
	victim, victims, survivor, survivors, victimised, restorative justice, apology, apologise, forgiveness, bereaved, mediation
	wife, wives, husband, spouse, spouses, partner, partners, parents, mother, mothers, father, fathers, children, child, kids, sons, daughters, siblings, relatives, visits, marriage
	confidentiality, confidential, secret, secrets, privacy, anonymous, anonymity, anonymised, disclosure, disclose, gossip, snitch, snitching, leak, leaks, data protection, gdpr, breach
	power imbalance, exploitation, exploit, exploited, coercion, coerced, boundaries, boundary, manipulate, manipulated, manipulation, hierarchy,
	bullying, bullied, bully, violence, violent, assaults, threats, threatened, weapons, weapon, stabbing, attacked,
	software, spss, stata, sas, matlab, nvivo, excel, python, r package, revman, atlas.ti, covidence, endnote, zotero, toolbox, software package
	scale, scales, likert, inventory, psychometric, psychometrics, subscale, cronbach, alpha coefficient, reliability coefficient, validated, self-report, test battery, rating form, checklist
	pubmed, medline, scopus, psycinfo, google scholar, cochrane, embase, search terms, search string, keywords used, search strategy, boolean, grey literature, hand search, prospero, duplicates
	inclusion criteria, exclusion criteria, exclusion, included studies, excluded, excluding, prisma, flowchart, flow diagram, date range, peer-reviewed only, screened out, papers included
	quality rating, quality appraisal, rob2, casp, amstar, grade rating, newcastle-ottawa, critical appraisal, jadad, publication bias, funnel plot, heterogeneity, inter-rater, raters, kappa, coders, bias tool, bias rating, quality score
	funding, funded, funder, funders, sponsor, sponsors, sponsored, sponsorship, bankrolled, foundation money, financed, who paid, research council, charity money
	ethics approval, ethics committee, ethical approval, irb, review board, informed consent, consent, consent form, helsinki, permission, debriefed, debriefing, deception
	competing interests, vested interest, vested interests, stake in, shares in, paid by, consultant for, disclosures, impartial, independence, competing interest, conflict interest, conflicts interest, biased authors
	city, england, wales, scotland, uk, britain, united states, usa, america, australia, canada, new zealand, europe, africa, china, india, nationwide, which prison, region, which country, which town, what city, where exactly, abroad
	hospital, hospitals, university, universities, clinic, clinics, rural, urban, police station,
	duration, weeks, weekly, months, monthly, hours, how often, how long, frequency, timetable, schedule, fortnightly, per session, per day, per week, minutes long, many sessions
	years later, months later, six months, five years, ten years, long-term follow, baseline, post-test, pretest, time points, relapse date, follow-up period, years after, a year, in touch
	comparison group, placebo, waiting list, waitlist, usual care, matched group, double-blind, counterfactual, compared against, control arm, non-treated, untreated
	nausea, dizziness, rash, headache, fatigue, insomnia, weight gain, allergic, allergy, toxicity, overdose, contraindications, complications, tolerability, vomiting, drowsiness, hair loss
	dose, dosage, doses, milligrams, mg, pill, pills, tablet, tablets, medication, medicine, drug treatment, antidepressant, antidepressants, injection, prescription, prescribed, castration, hormone, hormones, antipsychotic
	murder, murderers, rape, rapist, rapists, paedophile, paedophiles, pedophile, pedophiles, child abuse, child molesters, burglary, burglars, robbery, theft, fraud, arson, terrorism, terrorists, domestic violence, stalking, exhibitionism
	risk level, high-risk, low-risk, risk assessment, psychopathy, psychopath, psychopaths, tiered, risk category, risk score,
	porn, pornography, internet offending, online offenders, illegal images, indecent images, dark web, sexting, webcam, downloaded, hackers, cybercrime
	suicide, suicides, suicidal, self-harm, self-injury, self-harming, overdosed, crisis line, kill themselves, died,
	drugs, alcohol, drinking, drunk, heroin, cocaine, cannabis, opioids, addiction, addicts, addicted, substance abuse, substance use, detox, sober, sobriety, smoking, cigarettes, vaping, alcoholics anonymous
	depression, depressed, schizophrenia, psychosis, psychotic, bipolar, ptsd, trauma, autism, autistic, adhd, personality disorder, dementia, diagnosis, diagnosed, psychiatric, psychiatrist, panic attacks, ocd, eating disorder
	disability, disabled, learning disability, intellectual disability, low iq, iq, wheelchair, deaf, brain injury, special needs, cognitive impairment, dyslexia, dyslexic
	hiv, hepatitis, tuberculosis, covid, coronavirus, pandemic, vaccine, vaccination, infection, cancer, diabetes, obesity, blood pressure, heart disease, palliative, dying, hospice, pregnant, pregnancy
	sample size, n equals, power calculation, statistical power, underpowered, head count, total number, how many, number of, people studied
	response rate, non-response, nonresponse, missing data, imputation, refusal rate, completion rate, turnout, answered back
	percent, percentage, per cent, what fraction, ratio, two thirds, incidence, how much percent, drop rate
	p-value, p value, p-values, effect size, effect sizes, cohen, odds ratio, hazard ratio, confidence interval, confidence intervals, standard deviation, anova, t-test, chi-square, coefficient, variance, median, statistically significant
	thematic analysis, grounded theory, phenomenology, phenomenological, ethnography, ethnographic, discourse analysis, transcripts, transcribed, saturation, open coding, interview guide, verbatim quotes, triangulation, reflexivity
	theorist, framework, attachment theory, self-determination, maslow, foucault, freud, bandura, marxist, conceptual model, paradigm, epistemology, social learning,
	cbt, cognitive behavioural, cognitive-behavioral, meditation, psychoanalysis, psychodynamic, art therapy, drama therapy, music therapy, yoga, schema therapy, emdr, hypnosis, aversion therapy, polygraph, lie detector, twelve-step, motivational interviewing
	defined, definition, definitions, terminology, glossary, synonym, acronym, abbreviation, etymology, exact definition, precise meaning, dictionary, word origin
	case example, named scheme, case vignette, success story, anecdote, anecdotes, named programme, named charity,
	historical, invented, inventor, founder, first used, century, decades ago, dates back, traced back, 1970s, 1980s, victorian, pioneered by, first scheme, how long ago
	authors names, biography, affiliation, affiliations, department, email, phone number, contact details, corresponding author, orcid, twitter, linkedin, who wrote, author bio, first author, main author
	journal, doi, issn, volume, issue number, page numbers, publisher, impact factor, publication date, citation count, cited by, apa style, harvard style, bibtex, open access, paywall, pdf, download
	referees, referee, peer-reviewed, rejected, editorial, revision, retracted, retraction, erratum, preprint, submission, peer review, handling editor, resubmission
	word count, chapters, figure 1, table 1, appendix, appendices, supplementary, footnotes, bibliography, reference list, graphs, charts, page count, many pages, many words
	raw data, data available, data set, repository, osf, github, preregistered, preregistration, pre-registered, registered protocol, source code, open science
	online, remote, remotely, video call, zoom, skype, telehealth, e-learning, webinar, phone call, telephone, face-to-face, in person, internet, website, chat room, virtual
	app, apps, smartphone, computer, computers, laptop, tablet device, artificial intelligence, ai, chatgpt, robot, robots, machine learning, algorithm, algorithms, virtual reality, wearable, sensor, sensors, blockchain, social media
	language, languages, translate, translated, translation, english-speaking, non-english, french, spanish, german, arabic, welsh, bilingual, literacy, illiterate, reading level
	education, degree, degrees, school leavers, employment, employed, unemployed, unemployment, vocational, employer, employers, workplace, occupation, income, social class, university students, steady job, find work
	housing, homeless, homelessness, accommodation, hostel, landlord, job prospects, benefits office, find housing,
	stigma, stigmatised, stigmatized, label, labelling, prejudice, hatred, hostility, vigilante, vigilantes, media coverage, ostracised, shame, outcast, outcasts
	overcrowding, overcrowded, food, meals, gym, showers, heating, uniform, toilet,
	government, ministry, parliament, white house, congress, home office, election, political party, conservatives, president, prime minister, national strategy, united nations, nhs, justice ministry, european union
	ngo, ngos, non-profit, red cross, mind charity, salvation army, volunteering agency, third sector, partner organisation, membership, umbrella body, advocacy group,
	personality, introvert, extrovert, extravert, altruism, altruistic, empathy, empathic, self-esteem, role model, role models, leadership style, charisma, resilience, temperament
	group size, closed group, open group, rolling group, facilitators, seating, circle time, ice-breaker, mixed groups, attendance, ground rules, per group, group leader
	veterans, soldiers, nurses, athletes, cancer patients, firefighters, police officers, survivors groups, new mothers, carers, caregivers, hospital patients, outpatients, community sample, undergraduates, pupils
	dog, dogs, cats, horses, pets, animal, animals, mice, mouse, rats, monkeys, zebrafish, livestock, cows, chickens, wildlife
	gene, genes, genetic, dna, rna, protein, proteins, antibody, cell line, cell lines, pcr, mutation, blood sample, saliva, brain scan, mri, eeg, neuroimaging, biomarker, cortisol, enzyme
	temperature, voltage, wavelength, diameter, kilograms, metres, calibration, detector, laser, steel, battery, hardware
	climate change, global warming, carbon, co2, emissions, pollution, greenhouse, rainfall, ecosystem, biodiversity, recycling, renewable, solar, drought, carbon footprint
	weather, rain, raining, sunny, snow, forecast, umbrella, thunderstorm, hurricane, heatwave, cloudy, degrees celsius
	football, soccer, cricket, rugby, tennis, basketball, baseball, olympics, world cup, match score, league, goalkeeper, chess, video game, video games, playstation
	recipe, recipes, cook, cooking, bake, cake, pizza, pasta, pancakes, ingredients list, oven, soup, restaurant, dinner, coffee, vegan
	write code, code in, javascript, java, html, debug, sql, equation, solve for, square root, integral, calculate, multiply, divided by, capital of, prime number
	movie, movies, films, netflix, song, songs, lyrics, singer, actor, actress, celebrity, joke, jokes, poem, horoscope, tv show, shawshank, bedtime story, fairy tale
	my boyfriend, my girlfriend, my husband, my wife, my symptoms, my doctor, lose weight, my landlord, my visa, my taxes, stock tips, bitcoin, dating, my marriage, my salary, my ex
	your name, your creator, your instructions, system prompt, your opinion, your feelings, your favourite, your favorite, ignore previous, you human, a robot, an ai, you sleep, made you, you work
`;
