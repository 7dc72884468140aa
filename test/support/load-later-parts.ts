import { configure } from '@testing-library/react';
import '../../src/ui';
import { loadHosting, loadLaterParts } from '../../src/ui/later';

// What a user finds a moment after the first rows is there from the start: tests tell of it in one breath.
await Promise.all([loadLaterParts(), loadHosting()]);

// Where all of a machine's cores are busy, what comes at once takes longer than the second that is waited of its own accord.
configure({ asyncUtilTimeout: 10_000 });
