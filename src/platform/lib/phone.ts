/** A telephone number as dialled within the UK, digits only: `01632960287`; from abroad `+48…`. */
export type PhoneNumber = string & { readonly phoneNumber: unique symbol }

/**
 * The first telephone number in a text, or null where there is none. Takes +44, 0044 and (0),
 * spaces and hyphens anywhere, words around it, and a first nought that a spreadsheet has eaten.
 */
export function phoneFrom(text: string): PhoneNumber | null {
  for (const part of text.split(/[/;,]|\bor\b/i)) {
    const number = national(part.replace(/\(0\)/g, '').replace(/[^\d+]/g, ''))
    if (number !== null) return number
  }
  return null
}

function national(dialled: string): PhoneNumber | null {
  if (dialled.length < 7) return null
  const british = dialled.replace(/^(?:\+|00)440?/, '0')
  if (/^(?:0[1-35789]\d{8,9})$/.test(british)) return british as PhoneNumber
  if (/^[1-35789]\d{9}$/.test(british)) return `0${british}` as PhoneNumber
  if (/^(?:\+|00)[1-9]\d{7,14}$/.test(dialled)) return dialled.replace(/^00/, '+') as PhoneNumber
  return null
}

/** Whether texts can be sent to it: 07, but not 070 (personal) and 076 (pagers, but for 07624 on the Isle of Man). */
export function isMobile(number: string): boolean {
  return /^07(?:[1-57-9]|624)/.test(number)
}

/** The digits by which people look a number up; seven do, or as many as there are. */
export function lastDigits(number: string, count = 6): string {
  return number.replace(/\D/g, '').slice(-count)
}

/** `01632 960287` and `07700 900562`, as people write them. */
export function phoneInWords(number: string): string {
  if (!number.startsWith('0') || number.length < 10) return number
  if (/^02/.test(number)) return `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`
  return `${number.slice(0, 5)} ${number.slice(5)}`
}
