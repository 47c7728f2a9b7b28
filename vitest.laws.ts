/**
 * For packages whose tests hold laws up to random cases: an unattended run meets the same cases each time, so that a change is
 * judged by what it changes. Elsewhere every run looks for new ones.
 */
import fc from 'fast-check';

if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 7 });
