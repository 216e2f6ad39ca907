--TEST--
The blocks of code in the pages: what runs, with what before it, and what is found wrong
--FILE--
<?php
require __DIR__ . '/../inc/documents.inc';
run_blocks('a page', <<<'PAGE'
```php
echo "right\n";
```

```text
right
```

Here is one that is wrong:

```php
echo "right\n";
```
```text
wrong
```

<!-- given: $before = 5; -->
```php
echo "process $before\n";
```

<!-- numbers vary -->
```text
process 12345
```

```php
trigger_error('A warning that nobody has announced', E_USER_WARNING);
```

```php
exit(3);
```

<!-- does not run: it would end with 3 -->
```php
exit(3);
```

```php
function of_a_reference(): void
```

<!-- runs -->
```sh
echo 'by a shell' >file
php -r 'echo file_get_contents("file"), extension_loaded("uvstream") ? "with uvstream\n" : "";'
```

```text
by a shell
with uvstream
```

- In a list:

  <!-- run by: tests/docs/mechanism.phpt -->
  ```php
  exit(4);
  ```
PAGE);
?>
--EXPECTF--
a page:%d: printed:
right

a page:%d: ended with 0 and printed:

Warning: A warning that nobody has announced in Command line code on line 1

a page:%d: ended with 3 and printed:

