import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/browser/**/*.test.ts'],
		globalSetup: ['tests/browser/needs-chromium.ts', 'tests/watch-output.ts'],
		fileParallelism: false,
		testTimeout: 30_000,
		hookTimeout: 30_000,
		reporters: process.env.CI ? ['default', ['json', { outputFile: 'dist/browser-tests.json' }]] : ['default'],
	},
});
