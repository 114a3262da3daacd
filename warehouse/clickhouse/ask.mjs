// Loads published Parquet trees into ClickHouse's engine inside this process (npm package chdb) and answers questions:
//   node ask.mjs CHDB_FOLDER TREE… < questions.json > answers.json
// CHDB_FOLDER is where `npm install chdb` was run; questions are a list of SQL texts on the database safety, answers a list of lists of rows in the same order.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, ...trees] = process.argv.slice(2);
const { Session } = createRequire(join(resolve(folder), 'package.json'))('chdb');
const session = new Session();
const here = dirname(fileURLToPath(import.meta.url));
const load = execFileSync('bash', [join(here, 'load.sh'), 'safety', ...trees], { encoding: 'utf8' });
for (const statement of load.split('\n').filter(line => !line.startsWith('--')).join('\n').split(/;\s*\n/).filter(text => text.trim())) session.query(statement);
session.query('use safety');
const answers = JSON.parse(readFileSync(0, 'utf8')).map(question => {
  const said = session.query(`${question} settings output_format_json_quote_64bit_integers = 0`, 'JSONCompactEachRow');
  return said.trim() ? said.trim().split('\n').map(line => JSON.parse(line)) : [];
});
process.stdout.write(JSON.stringify(answers));
session.cleanup?.();
