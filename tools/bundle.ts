import { build } from 'rolldown';

/** Used by packages where they are installed, and by the log in a terminal. */
const ELSEWHERE = ['bufferutil', 'utf-8-validate', 'zlib-sync', 'pino-pretty'];

/**
 * Puts the bot with its packages into a few files, over what tsc wrote: to find and read a thousand modules is most of
 * what a start takes.
 */
await build({
	input: 'src/main.ts',
	platform: 'node',
	external: ELSEWHERE,
	// discord.js has an eval for shards that this bot does not use.
	checks: { eval: false },
	output: {
		dir: 'dist/src',
		sourcemap: true,
		// Errors are logged by the names of their classes.
		keepNames: true,
		// The citation processor's thread is started from a file beside the core's.
		chunkFileNames: 'paper/bot-[name].js',
	},
});
