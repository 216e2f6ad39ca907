<?php
// HTTPS with a certificate that is made on the spot, for localhost, and gone when the server ends.
// Usage: bin/run examples/tls_server.php [ADDRESS [CERTIFICATE]]
//
//     curl --cacert CERTIFICATE https://localhost:8443/     CERTIFICATE as it prints it
//
// With a CERTIFICATE of yours, a file with its key in PEM, it serves that. Handshakes are lazy: the connection's own task
// waits for it, so whoever connects and is silent, or speaks no TLS, holds nobody up.
declare(strict_types=1);

require __DIR__ . '/inc/http.php';
require __DIR__ . '/inc/serve.php';

/** The path of a new file that only we can read, and that goes with us. */
function temporary_file(string $content): string
{
    $path = (string) tempnam(sys_get_temp_dir(), 'tls-');
    file_put_contents($path, $content);
    register_shutdown_function(fn () => unlink($path));
    return $path;
}

function make_certificate(): string
{
    $config = temporary_file("[req]\ndistinguished_name=dn\n[dn]\n[server]\nbasicConstraints=CA:FALSE\n"
        . "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1\n");
    $options = ['config' => $config, 'x509_extensions' => 'server', 'digest_alg' => 'sha256',
        'private_key_bits' => 2048, 'private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1'];
    $key = openssl_pkey_new($options);
    $request = $key ? openssl_csr_new(['commonName' => 'localhost'], $key, $options) : false;
    if (!$key || !$request instanceof OpenSSLCertificateSigningRequest) {
        exit('No certificate: ' . openssl_error_string() . "\n");
    }
    $certificate = openssl_csr_sign($request, null, $key, 30, $options);
    if (!$certificate || !openssl_x509_export($certificate, $pem) || !openssl_pkey_export($key, $key_pem, null, $options)) {
        exit('No certificate: ' . openssl_error_string() . "\n");
    }
    /** @var string $pem */
    /** @var string $key_pem */
    return temporary_file($pem . $key_pem);
}

/** @param resource $connection */
function answer_by_tls($connection): void
{
    answer_requests($connection, function () use ($connection): array {
        $crypto = stream_get_meta_data($connection)['crypto'] ?? [];
        return [200, ($crypto['protocol'] ?? 'no TLS') . ' with ' . ($crypto['cipher_name'] ?? 'nothing') . "\n"];
    });
}

$certificate = $argv[2] ?? make_certificate();
$server = listen($argv[1] ?? 'tls://127.0.0.1:8443', [
    'ssl' => ['local_cert' => $certificate],
    'uvstream' => ['handshake' => 'lazy'],
]);
echo 'It serves on https://', stream_socket_get_name($server, false), "/ with $certificate\n";
serve_each($server, answer_by_tls(...));
