import './library.ts';
import { render } from 'lit';
import type { Page } from './actions.ts';
import { app, light } from './app.ts';
import { type Connection, connect } from './connection.ts';
import { placeMenu } from './menu.ts';
import { type State, take } from './state.ts';

const state: State = {
	online: false,
	failures: [],
	broken: new Set(),
	unread: new Set(),
	composer: { text: '' },
	drawer: false,
};
const root = document.getElementById('app') as HTMLElement;
let connection: Connection;
let shown: string | undefined;

/** Shows the state, and stays at the newest message if that was in view. */
function show(): void {
	const before = document.querySelector('.scroller');
	const atEnd =
		!before || before.scrollHeight - before.scrollTop - before.clientHeight < 120 || shown !== state.channel;
	render(app(page), root);
	shown = state.channel;
	placeMenu();
	document.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
	const scroller = document.querySelector('.scroller');
	if (atEnd && scroller) requestAnimationFrame(() => scroller.scrollTo({ top: scroller.scrollHeight }));
}

const page: Page = {
	state,
	update(change) {
		change(state);
		show();
	},
	async ask(action) {
		const answer = await connection.ask(action);
		const told = !['type', 'post', 'complete'].includes(action.do);
		if (told && answer.error !== undefined) {
			page.update(({ composer }) => {
				composer.error = answer.error ?? '';
			});
		}
		return answer;
	},
	go(channel) {
		page.update((now) => {
			now.channel = channel;
			now.drawer = false;
			now.composer = { text: '' };
			now.unread.delete(channel);
		});
		remember();
		page.focus('#text');
	},
	become(member) {
		if (member === state.world?.me.id) return;
		connection.close();
		page.update((now) => {
			now.composer = { text: '' };
			now.failures = [];
			now.drawer = false;
			now.broken.clear();
			now.unread.clear();
		});
		open(member);
	},
	focus(selector) {
		document.querySelector<HTMLElement>(selector)?.focus();
	},
};

/** Keeps channel and member in the address, so that a reload shows the same. */
function remember(): void {
	const { channel, world } = state;
	if (world && channel) history.replaceState(null, '', `#${channel}/${world.me.id}`);
}

function open(member: string | undefined): void {
	connection = connect(member, {
		event(event) {
			page.update((now) => take(now, event));
			if (event.kind !== 'world') return;
			document.title = `${event.bot.username} | ${event.server}`;
			remember();
		},
		online(online) {
			page.update((now) => {
				now.online = online;
			});
		},
	});
}

const [channel, member] = location.hash.slice(1).split('/');
if (channel) state.channel = channel;
open(member);
light.addEventListener('change', show);
