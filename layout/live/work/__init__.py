"""What the live page makes: products, and content from Word files."""
