/** How far a reader is, in bytes of the file as it lies on disk. */
export type OnProgress = (bytesRead: number, bytesTotal: number) => void;
