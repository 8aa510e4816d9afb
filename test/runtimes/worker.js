// For workerd, bundled as a Worker is: answers a request whose body says which app to list.
import { listAll } from "./consumer.js";

export default {
  async fetch(request) {
    return Response.json(await listAll(await request.json()));
  },
};
