import type { z } from 'zod';

/** Discord's refusals: HTTP status, JSON error code, message. */
const refusals = {
	unauthorized: [401, 0, '401: Unauthorized'],
	notFound: [404, 0, '404: Not Found'],
	methodNotAllowed: [405, 0, '405: Method Not Allowed'],
	unknownChannel: [404, 10_003, 'Unknown Channel'],
	unknownGuild: [404, 10_004, 'Unknown Guild'],
	unknownMember: [404, 10_007, 'Unknown Member'],
	unknownMessage: [404, 10_008, 'Unknown Message'],
	unknownUser: [404, 10_013, 'Unknown User'],
	unknownWebhook: [404, 10_015, 'Unknown Webhook'],
	unknownInteraction: [404, 10_062, 'Unknown interaction'],
	unknownCommand: [404, 10_063, 'Unknown application command'],
	unauthorizedApplication: [403, 20_012, 'You are not authorized to perform this action on this application'],
	tooManyCommands: [400, 30_032, 'Maximum number of application commands reached (100)'],
	tooManyCreates: [429, 30_034, 'Max number of daily application command creates has been reached (200)'],
	tooLarge: [413, 40_005, 'Request entity too large'],
	alreadyAcknowledged: [400, 40_060, 'Interaction has already been acknowledged.'],
	tooManyFollowUps: [400, 40_094, 'This interaction has reached the maximum number of follow-up messages'],
	missingAccess: [403, 50_001, 'Missing Access'],
	notTheAuthor: [403, 50_005, 'Cannot edit a message authored by another user'],
	emptyMessage: [400, 50_006, 'Cannot send an empty message'],
	missingPermissions: [403, 50_013, 'Missing Permissions'],
	wrongChannelType: [400, 50_024, 'Cannot execute action on this channel type'],
	invalidWebhookToken: [401, 50_027, 'Invalid Webhook Token'],
	invalidForm: [400, 50_035, 'Invalid Form Body'],
	invalidVersion: [400, 50_041, 'Invalid API version provided'],
	invalidJson: [400, 50_109, 'The request body contains invalid JSON.'],
	noHistory: [400, 160_002, 'Cannot reply without permission to read message history'],
	threadExists: [400, 160_004, 'A thread has already been created for this message'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

type Refusal = keyof typeof refusals;
type FormErrors = { [key: string]: FormErrors | { code: string; message: string }[] };

/** A refused request; its body is what Discord's clients turn into a `DiscordAPIError`. */
export class ApiError extends Error {
	readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 429;
	readonly body: { message: string; code: number; errors?: FormErrors };

	constructor(refusal: Refusal, errors?: FormErrors) {
		const [status, code, message] = refusals[refusal];
		super(message);
		this.status = status;
		this.body = { message, code, ...(errors && { errors }) };
	}
}

/** A form error on one field, `path` as in `['embeds', 0, 'title']`. */
export function fieldError(path: readonly PropertyKey[], code: string, message: string): ApiError {
	return new ApiError('invalidForm', nest({}, path, code, message));
}

/** The body as the schema reads it; otherwise Discord's 50035 with each field's errors. */
export function checkForm<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
	const result = schema.safeParse(body);
	if (result.success) return result.data;
	const errors: FormErrors = {};
	for (const issue of result.error.issues) {
		const [code, message] = describe(issue);
		nest(errors, issue.path, code, message);
	}
	throw new ApiError('invalidForm', errors);
}

function nest(errors: FormErrors, path: readonly PropertyKey[], code: string, message: string): FormErrors {
	let node = errors;
	for (const key of path) {
		node[String(key)] ??= {};
		node = node[String(key)] as FormErrors;
	}
	node._errors = [...((node._errors as { code: string; message: string }[] | undefined) ?? []), { code, message }];
	return errors;
}

function describe(issue: z.core.$ZodIssue): [code: string, message: string] {
	switch (issue.code) {
		case 'custom':
			return [String(issue.params?.discord ?? 'BASE_TYPE_INVALID'), issue.message];
		case 'invalid_type':
			return issue.input === undefined && /received undefined/.test(issue.message)
				? ['BASE_TYPE_REQUIRED', 'This field is required']
				: ['BASE_TYPE_INVALID', issue.message];
		case 'too_big':
			return issue.origin === 'array'
				? ['BASE_TYPE_BAD_LENGTH', `Must be ${issue.maximum} or fewer in length.`]
				: ['NUMBER_TYPE_MAX', `${issue.origin} value should be less than or equal to ${issue.maximum}.`];
		case 'too_small':
			return issue.origin === 'array'
				? ['BASE_TYPE_BAD_LENGTH', `Must be ${issue.minimum} or more in length.`]
				: ['NUMBER_TYPE_MIN', `${issue.origin} value should be greater than or equal to ${issue.minimum}.`];
		case 'invalid_value':
		case 'invalid_union':
			return ['BASE_TYPE_CHOICES', issue.message];
		default:
			return ['BASE_TYPE_INVALID', issue.message];
	}
}
