// Runs before `npm pack`: without a build the package would be four files and no complaint. Builds nothing itself, because
// the gates pack what the build gate has made.
import { existsSync } from 'node:fs';

const missing = ['dist/lib/index.js', 'dist/element/onedrive-control.js', 'dist/custom-elements.json'].filter(
  (file) => !existsSync(file),
);
if (missing.length > 0) {
  console.error(`There is nothing to pack (no ${missing.join(', no ')}): \`npm run build\` first.`);
  process.exit(1);
}
