// Old syntax on purpose: an old Node must be able to read this file to say that it is too old.
var parts = process.versions.node.split(".").map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error(
    "Framescope needs Node 20.19 or newer, and this is Node " +
      process.versions.node +
      ": install a current one from https://nodejs.org.",
  );
  process.exit(1);
}
