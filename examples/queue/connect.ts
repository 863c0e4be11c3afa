/** Name of the queue of crawl files. */
export const QUEUE = 'crawl-files';

export interface CrawlFile {
  file: string;
}

/** BullMQ over the driver `redis`, with the options that connect it to a server such as `redis://127.0.0.1:6379`. */
export async function connect(url: string) {
  try {
    const [bullmq, { createClient }] = await Promise.all([import('bullmq'), import('redis')]);
    bullmq.RedisConnection.clientFactory = () => bullmq.createNodeRedisClient(createClient({ url }));
    return { ...bullmq, connection: { url } };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('The queue needs the packages `bullmq` and `redis`: `npm install bullmq redis`');
  }
}
