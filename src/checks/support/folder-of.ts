import { Resource } from '../../istio/model/resource';

/** The folder that an object was read from; `undefined` for one that no file holds. */
export function folderOf({ origin: { file } }: Resource): string | undefined {
  return file?.slice(0, Math.max(0, file.lastIndexOf('/'), file.lastIndexOf('\\')));
}
