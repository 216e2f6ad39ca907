# `make test`: what PHP has as shared modules (on Debian sockets and posix) is where PHP looks for it, and the tests load
# from there what they name. Without this PHP's rule looks beside uvstream.so alone, and half of the tests are skipped.
PHP_TEST_SHARED_EXTENSIONS = -d extension_dir=$(EXTENSION_DIR) -d extension=$(phplibdir)/uvstream.so
