import { promisify } from 'node:util'
import { constants, deflateRaw, inflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Characters or bytes; what is shorter goes as it is. */
export const ZIPPED_FROM = 2_048

/** A part of a gzip stream that can stand anywhere in one, again and again: blocks of RFC 1951, none of them the last. */
export interface Piece {
  blocks: Buffer
  /** Of what it unpacks to: its CRC-32 and its bytes. */
  crc: number
  length: number
}

/** Kept for many, so more effort than for an answer of its own pays. */
const LEVEL = 6
const STORED_MAX = 0xffff
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** An empty block that is the last. */
const END = Buffer.from([3, 0])

/** Squeezed. It ends at a whole byte, and refers to nothing before it. */
export async function compressed(text: string): Promise<Piece> {
  const bytes = Buffer.from(text)
  const made = await deflate(bytes, { level: LEVEL, finishFlush: constants.Z_FULL_FLUSH })
  // In memory of its own size: what zlib gives is a part of a chunk of 16 kB.
  const blocks = Buffer.allocUnsafeSlow(made.length)
  made.copy(blocks)
  return { blocks, crc: crcOf(bytes), length: bytes.length }
}

/** What it was made of. */
export async function unpacked({ blocks }: Piece): Promise<string> {
  const bytes = await inflate(Buffer.concat([blocks, END]))
  return bytes.toString()
}

/** Stored, not compressed: for the few bytes around compressed pieces. */
export function stored(text: string): Piece {
  const bytes = Buffer.from(text)
  const blocks: Buffer[] = []
  for (let from = 0; from < bytes.length; from += STORED_MAX) {
    const part = bytes.subarray(from, from + STORED_MAX)
    const head = Buffer.alloc(5)
    head.writeUInt16LE(part.length, 1)
    head.writeUInt16LE(~part.length & 0xffff, 3)
    blocks.push(head, part)
  }
  return { blocks: Buffer.concat(blocks), crc: crcOf(bytes), length: bytes.length }
}

/** One gzip stream (RFC 1952) of all of them, without unpacking or packing any. */
export function gzipOf(pieces: Piece[]): Buffer {
  const trailer = Buffer.alloc(8)
  const crc = pieces.reduce((sum, piece) => joined(sum, piece), 0)
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  trailer.writeUInt32LE(crc, 0)
  trailer.writeUInt32LE(length >>> 0, 4)
  return Buffer.concat([HEADER, ...pieces.map(({ blocks }) => blocks), END, trailer])
}

/** CRC-32, bits reflected. */
const POLYNOMIAL = 0xedb8_8320
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
  return crc
})

function crcOf(bytes: Buffer): number {
  let crc = 0xffff_ffff
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** The CRC of what `crc` is of, followed by a piece: shifted by the piece's length, as zlib's crc32_combine does. */
const joined = (crc: number, { crc: next, length }: Piece) => (times(shiftBy(length), crc) ^ next) >>> 0

/** Product of two polynomials, modulo the polynomial; bit 31 is x⁰. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 31; bit >= 0; bit--) {
    if (a & (1 << bit)) product ^= b
    b = b & 1 ? (b >>> 1) ^ POLYNOMIAL : b >>> 1
  }
  return product >>> 0
}

/** x to the 2ⁿ, for n from 0. */
const POWERS = [1 << 30]
for (let n = 1; n < 48; n++) POWERS.push(times(POWERS[n - 1] ?? 0, POWERS[n - 1] ?? 0))

/** x to the number of bits in so many bytes. */
function shiftBy(bytes: number): number {
  let power = 1 << 31
  for (let left = bytes, n = 3; left > 0; left = Math.floor(left / 2), n++)
    if (left % 2 === 1) power = times(POWERS[n] ?? 0, power)
  return power
}
