<?php
// An authority and its certificates. They are made when they are first asked for.
declare(strict_types=1);

/** The path of the certificate of an authority, with its key; another name is another authority. */
function authority(string $name = 'authority'): string
{
    return issued($name, ['basicConstraints=critical,CA:TRUE', 'keyUsage=keyCertSign,cRLSign'], null);
}

/**
 * The path of a certificate with its key, and of the authority that issued it behind it.
 * @param ?list<string> $for what it is good for, as OpenSSL writes it; null: the name
 */
function certified(string $name = 'localhost', ?array $for = null, int $days = 2, string $by = 'authority'): string
{
    $for ??= $name === 'localhost' ? ['DNS:localhost', 'IP:127.0.0.1'] : ["DNS:$name"];
    return issued($name, $for === [] ? [] : ['subjectAltName=' . implode(',', $for)], $by, $days);
}

/** @param list<string> $extensions */
function issued(string $name, array $extensions, ?string $by, int $days = 2): string
{
    $path = temp_path(preg_replace('/[^\w.-]/', '_', "$name-$days-" . ($by ?? 'root')) . '.pem');
    if (!is_file($path)) {
        $conf = "$path.conf";
        $extensions[] = 'subjectKeyIdentifier=hash';
        file_put_contents($conf, "[req]\ndistinguished_name=dn\n[dn]\n[v3]\n" . implode("\n", $extensions) . "\n");
        $options = ['config' => $conf, 'digest_alg' => 'sha256', 'x509_extensions' => 'v3',
            'private_key_bits' => 2048, 'private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1'];
        $key = openssl_pkey_new($options);
        $request = openssl_csr_new(['commonName' => $name], $key, $options);
        $issuer = $by === null ? null : file_get_contents(authority($by));
        $signed = openssl_csr_sign($request, $issuer, $issuer ?? $key, $days, $options, random_int(1, PHP_INT_MAX));
        openssl_x509_export($signed, $certificate);
        openssl_pkey_export($key, $private, null, $options);
        $days === 0 && time_sleep_until(time() + 1); // from the next second on it is too old
        file_put_contents($path, $certificate . ($issuer === null ? '' : strstr($issuer, '-----BEGIN PRIVATE', true)) . $private);
    }
    return $path;
}
