import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		exclude: ['tests/browser/**'],
		// What is left over after a fault is looked at once the garbage has been collected.
		execArgv: ['--expose-gc'],
		globalSetup: ['tests/watch-output.ts'],
		// Most tests wait: for a bot to start, for a fault to pass.
		maxWorkers: 3,
		testTimeout: 20_000,
		hookTimeout: 20_000,
		reporters: process.env.CI ? ['default', ['json', { outputFile: 'dist/tests.json' }]] : ['default'],
	},
});
