import { prepareZXingModule } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

// The reader would fetch its other half from the internet; ours comes from the office's server, of the same version.
prepareZXingModule({ overrides: { locateFile: () => wasm } })

export { readQr } from './read-qr.ts'
