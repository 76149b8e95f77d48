import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { printSchemaText } from './graphql/print-schema-text.js';

const text = await printSchemaText();
const [, , file] = process.argv;
if (file) await writeFile(file, text);
else process.stdout.write(text);
