import { configure } from '@testing-library/react';
import '../../src/ui';
import { loadLaterParts } from '../../src/ui/later';

// What a user finds a moment after the first rows is there from the start: tests tell of it in one breath.
await loadLaterParts();

// Where all of a machine's cores are busy, what comes at once takes longer than the second that is waited of its own accord.
configure({ asyncUtilTimeout: 10_000 });
