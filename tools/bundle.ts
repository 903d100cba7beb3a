import { build } from 'rolldown';

/**
 * Puts the bot into a few files instead of two hundred, over what tsc wrote: to find and read modules is a good part of
 * what a start takes. Packages stay packages but for zod, whose one entry reads the sixty languages that it could speak.
 */
await build({
	input: 'src/main.ts',
	platform: 'node',
	external: (id) => /^[^./]/.test(id) && !/^zod\b/.test(id),
	output: {
		dir: 'dist/src',
		sourcemap: true,
		// The citation processor's thread is started from a file beside the core's.
		chunkFileNames: 'paper/bot-[name].js',
	},
});
