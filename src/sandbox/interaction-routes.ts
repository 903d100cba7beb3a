import { callbackResult, respond } from './interactions.ts';
import { toApi } from './messages.ts';
import type { Call, Route } from './rest.ts';
import type { World } from './state.ts';
import { behindToken, deleteOwn, editOwn, followUp, ownMessage } from './webhook.ts';

/** The first response to an interaction and what follows through its token; the token is the key, no bot token is asked for. */
export function addInteractionRoutes(route: Route, world: World): void {
	const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
	route(
		'POST',
		callback,
		({ params, record }) => {
			const { interaction_id = '', interaction_token = '' } = params;
			const interaction = respond(world, interaction_id, interaction_token, record.body, record.files);
			return record.query.with_response === 'true' ? [200, callbackResult(interaction)] : [204];
		},
		'open',
	);
	const behind = ({ params }: Call) => behindToken(world, params.webhook_id ?? '', params.webhook_token ?? '');
	const hook = '/webhooks/{webhook_id}/{webhook_token}';
	route(
		'POST',
		hook,
		(call) => [200, toApi(followUp(world, behind(call), call.record.body, call.record.files))],
		'open',
	);
	for (const last of ['@original', '{message_id}']) {
		const one = `${hook}/messages/${last}`;
		const idOf = ({ params }: Call) => params.message_id ?? '@original';
		route('GET', one, (call) => [200, toApi(ownMessage(behind(call), idOf(call)))], 'open');
		route(
			'PATCH',
			one,
			(call) => [200, toApi(editOwn(world, behind(call), idOf(call), call.record.body, call.record.files))],
			'open',
		);
		route(
			'DELETE',
			one,
			(call) => {
				deleteOwn(world, behind(call), idOf(call));
				return [204];
			},
			'open',
		);
	}
}
