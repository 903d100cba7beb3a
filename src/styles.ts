import { FetchError, fetchStyles } from './style-fetcher.ts';

try {
	const { written, problems } = await fetchStyles(process.argv.slice(2));
	for (const line of written) process.stdout.write(`${line}\n`);
	for (const line of problems) process.stderr.write(`${line}\n`);
	if (problems.length > 0) process.exitCode = 1;
} catch (error) {
	// A folder that cannot be written, a full disk: their message says which.
	if (!(error instanceof FetchError) && !(error instanceof Error && 'syscall' in error)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
