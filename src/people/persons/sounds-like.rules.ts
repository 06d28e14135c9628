// How an English name sounds, roughly: names that people spell in several ways share a code.
// Our own short table, made for finding, never for deciding that two people are one.

const initial: readonly Spelling[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/^ma?c(?=[^aeiouy])/, 'mk'],
  [/^wh/, 'w'],
  [/^[aeiou]/, 'a'],
  [/^y(?=[^aeiou])/, 'a'],
  [/^h(?=[^aeiouy])/, ''],
]

const inside: readonly Spelling[] = [
  [/(?<=m)p(?=[st])/g, ''],
  [/ph|v/g, 'f'],
  [/tch/g, 'x'],
  [/sch(?=[^aeiouy])/g, 'x'],
  [/sch/g, 'sk'],
  [/ch(?=[lrt]|[ao]e?l)/g, 'k'],
  [/ch|sh/g, 'x'],
  [/th/g, 't'],
  [/dg/g, 'j'],
  [/(?<=[aeiouy])gh/g, ''],
  [/gh/g, 'g'],
  [/(?<=[aeiou])g(?=n$)/g, ''],
  [/g(?=[eiy])/g, 'j'],
  [/s?c(?=[eiy])/g, 's'],
  [/ck|c|q/g, 'k'],
  [/(?!^)x(?=$)/g, 'ks'],
  [/z/g, 's'],
  [/(?!^)[aeiouyhw]/g, ''],
  [/(.)\1+/g, '$1'],
]

type Spelling = readonly [written: RegExp, sounds: string]

/**
 * The code of a name's sound, in small letters: `clarke` and `clark` give `klrk`. Takes one folded
 * word (`nameWords`); gives '' where nothing can be said of it.
 */
export function soundOf(word: string): string {
  const letters = word.replace(/[^a-z]/g, '').replace(/(.)\1+/g, '$1')
  const begun = initial.reduce((name, [written, sounds]) => name.replace(written, sounds), letters)
  return inside.reduce((name, [written, sounds]) => name.replace(written, sounds), begun)
}
