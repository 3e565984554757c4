# One image; the command chooses the role: `processes/embedded.js` (the gateway), `processes/subgraph.js NAME`, `processes/provision.js`.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/package.json ./
# A volume that is mounted here takes over this owner.
RUN mkdir /data && chown node:node /data
USER node
CMD ["node", "dist/processes/embedded.js"]
