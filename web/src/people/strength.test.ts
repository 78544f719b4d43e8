import { describe, expect, it } from 'vitest';
import { rateStrength } from './strength.ts';

describe('the strength of a password', () => {
  it.each(['password1234', 'Password123!', 'qwertyuiop12', 'aaaaaaaaaaaaaaaa', 'abcabcabcabcabc', '123456789012', 'P@ssw0rd2024!', 'Summer2025!!', 'Welcome12345', 'letmeinletmein'])(
    'calls %s weak',
    (password) => expect(rateStrength(password).score).toBeLessThanOrEqual(2),
  );

  it.each(['purple-tractor-lemon-91', 'kX9!vq2mPz7#', 'violin rust umbrella kettle', 'Tz8kQpw4RnYx', 'møde klippe havtorn dis'])('calls %s strong', (password) =>
    expect(rateStrength(password).score).toBeGreaterThanOrEqual(3),
  );

  it('does not count what an attacker knows of the person', () => {
    const personal = ['Ada Lindqvist', 'ada.lindqvist@example.com', 'Finance'];
    expect(rateStrength('Lindqvist-Finance', personal).score).toBeLessThan(rateStrength('Lindqvist-Finance').score);
    expect(rateStrength('Lindqvist-Finance', personal).advice).toContain('your name');
  });

  it('is never more than weak below twelve characters', () => {
    expect(rateStrength('kX9!vq2mPz7').score).toBeLessThanOrEqual(1);
    expect(rateStrength('kX9!vq2mPz7').advice).toContain('12 characters');
  });

  it('says nothing when nothing needs doing', () => expect(rateStrength('violin rust umbrella kettle').advice).toBe(''));

  it('answers a hostile paste at once', () => {
    const start = performance.now();
    rateStrength('aA1!'.repeat(250_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('grows, never falls, with one more unrelated word', () => {
    expect(rateStrength('violin rust umbrella kettle').guesses).toBeGreaterThan(rateStrength('violin rust umbrella').guesses);
  });
});
