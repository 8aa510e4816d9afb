// Runs in workerd as a bundled Worker. The body of the request is the app to list.
import { listAll } from "./consumer.js";

export default {
  async fetch(request) {
    return Response.json(await listAll(await request.json()));
  },
};
