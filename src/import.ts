import { importRecord } from './importer.ts';
import { RecordError } from './paper/lines.ts';
import { CorpusError } from './paper/paper.ts';
import { UsageError } from './usage.ts';

try {
	process.stdout.write(`${importRecord(process.argv.slice(2))}\n`);
} catch (error) {
	const isOurs = error instanceof UsageError || error instanceof CorpusError || error instanceof RecordError;
	// A folder that cannot be written, a full disk: their message says which.
	if (!isOurs && !(error instanceof Error && 'syscall' in error)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
