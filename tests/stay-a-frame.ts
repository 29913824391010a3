import { afterAll } from 'vitest';

// Preact runs effects 35 ms after a change when no frame comes, and asks the page for them: it has to be there still.
afterAll(() => new Promise((done) => setTimeout(done, 50)));
