import type { CSSResultOrNative, LitElement } from 'lit';
import { css } from 'lit';
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-attachments.js';
import '@skyra/discord-components-core/discord-command.js';
import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-quote.js';
import '@skyra/discord-components-core/discord-reply.js';
import '@skyra/discord-components-core/discord-thread.js';

/**
 * The library's elements in the page's colours, which have the contrast that theirs lack in places, and in the sizes
 * that Discord has now. They read the variables of page.css, so dark and light need no rules of their own.
 */
const looks: Record<string, CSSResultOrNative> = {
	'discord-messages': css`
		:host { border: 0; color: var(--text); }
	`,
	'discord-message': css`
		:host, :host([light-theme]) { color: var(--text); font-size: 1rem; line-height: 1.375rem; padding-right: 3rem; font-family: inherit; }
		:host(:hover) { background-color: var(--hover); }
		.discord-message-timestamp, :host([light-theme]) .discord-message-timestamp, .discord-message-edited, :host([light-theme]) .discord-message-edited { color: var(--muted); }
		.discord-message-timestamp { font-size: 0.75rem; margin-left: 0.25rem; }
		.discord-message-content { min-width: 0; line-height: 1.375rem; }
		.discord-message-body-only-indent { flex: none; margin: 0; }
		.discord-message-timestamp-hover { font-size: 0.6875rem; line-height: 1.375rem; white-space: nowrap; }
		.discord-message-markup { display: block; }
		.discord-message-inner-center { align-items: flex-start; }
		.discord-author-avatar img { cursor: default; }
	`,
	'discord-author-info': css`
		:host .discord-author-username, :host([light-theme]) .discord-author-username { color: var(--strong); }
		:host .discord-author-username:hover { text-decoration: none; cursor: default; }
	`,
	'discord-embed': css`
		:host, :host([light-theme]) { color: var(--text); margin: 0.25rem 0; }
		:host .discord-left-border, :host([light-theme]) .discord-left-border { background-color: var(--bar); }
		:host .discord-embed-wrapper, :host([light-theme]) .discord-embed-wrapper { background-color: var(--card); border-color: var(--line); border-left: 0; }
		:host .discord-embed-wrapper .discord-embed-grid {
			grid-template-columns: minmax(0, auto);
		}
		slot[name='footer']::slotted(*) {
			grid-column: 1 / -1;
		}
	`,
	'discord-embed-footer': css`
		:host, :host([light-theme]) { color: var(--text); display: block; }
	`,
	'discord-quote': css`
		.discord-quote-divider, :host([light-theme]) .discord-quote-divider { background-color: var(--bar); flex: none; }
		blockquote { max-width: 90%; min-width: 0; }
	`,
	'discord-command': css`
		:host, :host([light-theme]) { color: var(--muted); font-family: inherit; }
		:host .discord-replied-message-username, :host([light-theme]) .discord-replied-message-username { color: var(--strong); opacity: 1; }
		:host .discord-slash-command-name, :host .discord-context-command-name { color: var(--link) !important; opacity: 1; background: none !important; padding: 0; gap: 0.125rem; cursor: default; }
		:host .discord-context-user {
			margin: 0 0.25rem 0 0;
		}
		:host .discord-message-margintop {
			margin-top: 0;
			overflow: hidden;
			text-overflow: ellipsis;
		}
	`,
	'discord-reply': css`
		:host, :host([light-theme]) { color: var(--muted); font-family: inherit; max-width: 100%; }
		:host .discord-replied-message-username, :host([light-theme]) .discord-replied-message-username { color: var(--strong); opacity: 1; }
		.discord-replied-message-content { overflow: hidden; min-width: 0; cursor: default; }
		:host .discord-replied-message-content:hover { color: inherit; }
		.discord-application-tag { background-color: var(--accent); }
	`,
	'discord-thread': css`
		:host, :host([light-theme]) { background-color: var(--card); max-width: 30rem; }
		:host .discord-thread-name { color: var(--strong); }
		:host .discord-thread-cta { color: var(--link); }
		.discord-thread-bottom { color: var(--muted) !important; }
	`,
};

for (const [name, look] of Object.entries(looks)) {
	const element = customElements.get(name) as typeof LitElement | undefined;
	if (!element) throw new Error(`The library has no ${name}`);
	element.elementStyles.push(look);
}
