import { toString as drawQr } from 'qrcode'

/** The secret as an authenticator app takes it (Key Uri Format), named after the person's own address. */
export function authenticatorUri(email: string, secret: string): string {
  const query = new URLSearchParams({ secret, issuer: 'Alongside' })
  return `otpauth://totp/Alongside:${encodeURIComponent(email)}?${query.toString()}`
}

/** The same as a picture for a phone's camera: an image's address, because pages hold no foreign markup. */
export async function authenticatorPicture(uri: string): Promise<string> {
  const svg = await drawQr(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

/** The secret in groups of four, to be typed where there is no camera. */
export function inFours(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ')
}
