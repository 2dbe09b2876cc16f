"""The live page's server: address, guard, routes and events."""
