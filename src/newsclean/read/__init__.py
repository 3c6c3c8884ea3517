"""From bytes to a Document. After this package nobody sees an encoding or a DOM."""
