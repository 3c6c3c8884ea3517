"""What scores a block."""
