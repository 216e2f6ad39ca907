--TEST--
starttls_mail.php: a mail with dots and bare line ends arrives whole; nothing is sent in plain, or to somebody else
--EXTENSIONS--
filter
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';
require __DIR__ . '/../inc/smtp_server.inc';

/** Mails by a server made so, and shows what both say. */
function mail_by(array $with, string $message = "Subject: no\n\nno\n"): void
{
    [$address, $pid] = smtp_server($with);
    [$said, $code] = Example::run($message, 'starttls_mail.php', $address, 'a@example.com', 'b@example.org', tls_certificate_of_authority());
    $end = ended($pid); // what it prints comes first
    echo preg_replace('~No TLS: .*(did not match|verify failed|14 bytes came before).*~s', "No TLS: $1\n", $said), "-> $code\n";
    echo $end === 0 ? "\n" : "the server failed\n";
}

/** The file of an authority that has signed the server's certificate. */
function tls_certificate_of_authority(): string
{
    static $file = null;
    return $file ??= tls_certificate('Authority', ['ca' => true]);
}

$good = tls_certificate('mail', ['san' => 'IP:127.0.0.1', 'issuer' => tls_certificate_of_authority()]);
$body = "Subject: dots\n\n.\n..two\r\n.three\n\nnot a dot .\nend";
mail_by(['certificate' => $good], $body);
mail_by(['certificate' => tls_certificate('mail', ['san' => 'IP:127.0.0.2', 'issuer' => tls_certificate_of_authority()])]);
mail_by(['certificate' => tls_certificate('mail', ['san' => 'IP:127.0.0.1'])]);
mail_by(['certificate' => $good, 'hello' => "250 here\r\n"]);
mail_by(['certificate' => $good, 'injects' => "250 injected\r\n"]);
mail_by(['certificate' => $good, 'refuses' => 'RCPT']);
mail_by(['certificate' => $good, 'greeting' => "HTTP/1.1 400 Bad Request\r\n"]);
mail_by(['certificate' => $good, 'greeting' => str_repeat("220-more\r\n", 1000)]);
mail_by(['certificate' => $good, 'greeting' => str_repeat('2', 10000)]);
echo implode(' -> ', Example::run('', 'starttls_mail.php', '127.0.0.1:1', 'a@example.com', "b@example.org>\r\nRCPT TO:<c@example.org")), "\n";
$port = closed_port();
echo str_replace((string) $port, 'PORT', implode(' -> ', Example::run('', 'starttls_mail.php', "127.0.0.1:$port", 'a@example.com', 'b@example.org'))), "\n";
?>
--EXPECT--
    EHLO ...
    STARTTLS
TLS EHLO ...
TLS MAIL FROM:<a@example.com>
TLS RCPT TO:<b@example.org>
TLS DATA
  | Subject: dots
  | 
  | ..
  | ...two
  | ..three
  | 
  | not a dot .
  | end
TLS QUIT
have it
-> 0

    EHLO ...
    STARTTLS
No TLS: did not match
-> 1

    EHLO ...
    STARTTLS
No TLS: verify failed
-> 1

    EHLO ...
The server offers no STARTTLS
-> 1

    EHLO ...
    STARTTLS
No TLS: 14 bytes came before
-> 1

    EHLO ...
    STARTTLS
TLS EHLO ...
TLS MAIL FROM:<a@example.com>
TLS RCPT TO:<b@example.org>
550-we do
550 not want it
-> 1

No SMTP server, it says: HTTP/1.1 400 Bad Request
-> 1

A reply without end
-> 1

No SMTP server, it says: 22222222222222222222222222222222222222222222222222222222222222222222222222222222
-> 1

b@example.org>
RCPT TO:<c@example.org is no address
 -> 1
Cannot connect to 127.0.0.1:PORT: Connection refused
 -> 1
