import '../../src/ui';
import { loadLaterParts } from '../../src/ui/later';

// What a user finds a moment after the first rows is there from the start: tests tell of it in one breath.
await loadLaterParts();
