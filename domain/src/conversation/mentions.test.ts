import { describe, expect, it } from 'vitest';
import { mayBeNamed, namedIn } from './mentions.ts';

const team = ['ana', 'bo'];
const open = { memberUids: ['reporter', 'ana'], visibility: 'team' as const };
const restricted = { memberUids: ['reporter', 'ana'], visibility: 'restricted' as const };

describe('who may be named', () => {
  it('is the team and the reporter in a message to everyone', () => expect(['ana', 'bo', 'reporter', 'stranger'].filter((uid) => mayBeNamed(uid, 'everyone', open, team))).toEqual(['ana', 'bo', 'reporter']));
  it('is the team in a note to it', () => expect(['ana', 'bo', 'reporter', 'stranger'].filter((uid) => mayBeNamed(uid, 'team', open, team))).toEqual(['ana', 'bo']));
  it('is nobody but the members of a restricted incident', () => {
    expect(['ana', 'bo', 'reporter'].filter((uid) => mayBeNamed(uid, 'everyone', restricted, team))).toEqual(['ana', 'reporter']);
    expect(['ana', 'bo', 'reporter'].filter((uid) => mayBeNamed(uid, 'team', restricted, team))).toEqual(['ana']);
  });
});

it('finds who is named, the longer name where one begins with the other', () => {
  const people = [{ uid: 'a', name: 'Ana' }, { uid: 'r', name: 'Ana Ruiz' }];
  expect(namedIn('@Ana Ruiz, please', people)).toEqual(['r']);
  expect(namedIn('@Ana and @Ana Ruiz and @Ana', people)).toEqual(['a', 'r']);
  expect(namedIn('mail to ana@example.com @', people)).toEqual([]);
  expect(namedIn('@Anabel is somebody else', people)).toEqual([]);
  expect(namedIn('Is it you, @Ana?', [...people, { uid: 'b', name: 'Ana' }])).toEqual(['a', 'b']);
});
