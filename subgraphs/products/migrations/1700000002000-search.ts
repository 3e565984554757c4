import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/**
 * Search: full text in English and Spanish at once, without accents, by beginnings of words, and tolerant of typing errors.
 *
 * Row-level security lets an index serve a condition only where its operator is leakproof, and those of full text are not: behind
 * the policy, each search would read every product of the business. So `search_products` runs as the owner of the tables, to whom
 * a policy shows all rows for reading, names the business itself, and gives back nothing but ids: the rows are read by the
 * caller, under the policy of the business.
 */
export class Search1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of WORDS) await runner.query(sql);
    await protectTenantTable(runner, 'products', 'product_word', { service: 'SELECT, INSERT' });
    for (const table of ['product', 'product_word']) {
      await runner.query(`CREATE POLICY search ON ${table} FOR SELECT TO CURRENT_USER USING (true)`);
    }
    for (const sql of SEARCH) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION search_products, nearest_words, edits, meaning_of, wanted_words');
    await runner.query('DROP TRIGGER learn_words ON product');
    await runner.query('DROP POLICY search ON product');
    await runner.query('ALTER TABLE product DROP COLUMN document');
    await runner.query('DROP TABLE product_word');
    await runner.query('DROP FUNCTION learn_words, product_document, words_of, plain');
  }
}

/** Of a word that can be taken for a typing error. */
const LONGEST_WORD = 64;
/** Of pg_trgm's `similarity`, 0 to 1. */
const LEAST_SIMILARITY = 0.35;
/** Of a query; the rest is passed over. */
const MOST_WORDS = 12;

const WORDS = [
  'CREATE EXTENSION IF NOT EXISTS pg_trgm',
  'CREATE EXTENSION IF NOT EXISTS btree_gin',
  'CREATE EXTENSION IF NOT EXISTS fuzzystrmatch',

  // The same for what is stored and what is searched: a SKU like "AB-12/x" is three words in both.
  `CREATE FUNCTION plain(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
   RETURN regexp_replace(fold(value), '[[:space:][:punct:][:cntrl:]]+', ' ', 'g')`,
  `CREATE FUNCTION words_of(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
   RETURN array_remove(string_to_array(plain(value), ' '), '')`,

  // Each word as it stands, by its English and by its Spanish stem. One function in one language: it runs for every change.
  `CREATE FUNCTION product_document(name text, sku text, keywords text[], enriched_keywords text[], description text,
       enriched_description text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
   DECLARE
     texts text[] := ARRAY[name, concat_ws(' ', sku, array_to_string(keywords, ' ')), array_to_string(enriched_keywords, ' '),
                           coalesce(description, enriched_description)];
     weights "char"[] := '{A,B,C,D}';
     document tsvector := '';
     value text;
   BEGIN
     FOR part IN 1 .. 4 LOOP
       value := plain(texts[part]);
       IF value <> '' THEN
         document := document || setweight(
           to_tsvector('simple', value) || to_tsvector('english', value) || to_tsvector('spanish', value), weights[part]);
       END IF;
     END LOOP;
     RETURN document;
   END $$`,
  `ALTER TABLE product ADD COLUMN document tsvector NOT NULL GENERATED ALWAYS AS
     (product_document(name, sku, keywords, enriched_keywords, description, enriched_description)) STORED`,
  'CREATE INDEX product_document ON product USING gin (tenant_id, document)',

  // The words that a mistyped one can have been meant as. A word stays when its last product loses it: it then finds nothing.
  `CREATE TABLE product_word (
     tenant_id uuid NOT NULL,
     word text COLLATE "C" NOT NULL,
     PRIMARY KEY (tenant_id, word)
   )`,
  'CREATE INDEX product_word_trigrams ON product_word USING gin (tenant_id, word gin_trgm_ops)',
  // In order, so that two transactions that learn the same words wait for each other at the first and not crosswise.
  `CREATE FUNCTION learn_words() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO product_word (tenant_id, word)
     SELECT DISTINCT NEW.tenant_id, word
       FROM unnest(words_of(concat_ws(' ', NEW.name, NEW.sku, array_to_string(NEW.keywords || NEW.enriched_keywords, ' ')))) AS part (word)
      WHERE char_length(word) BETWEEN 3 AND ${LONGEST_WORD}
        AND NOT EXISTS (SELECT FROM product_word known WHERE known.tenant_id = NEW.tenant_id AND known.word = part.word)
      ORDER BY word
     ON CONFLICT DO NOTHING;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER learn_words AFTER INSERT OR UPDATE OF name, sku, keywords, enriched_keywords ON product
     FOR EACH ROW EXECUTE FUNCTION learn_words()`,
];

const SEARCH = [
  // "shoes for women" means shoes and women; "the" alone means "the".
  `CREATE FUNCTION wanted_words(query text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
   RETURN (
     SELECT (coalesce(array_agg(word ORDER BY place) FILTER (WHERE NOT is_stop), array_agg(word ORDER BY place), '{}'))[:${MOST_WORDS}]
       FROM (SELECT word, min(place) AS place,
                    '{}' IN (ts_lexize('english_stem', word), ts_lexize('spanish_stem', word)) AS is_stop
               FROM unnest(words_of(query)) WITH ORDINALITY AS part (word, place) GROUP BY word) AS part)`,

  // The word itself counts as often as it matches, so it ranks before what only begins like it or shares its stem.
  `CREATE FUNCTION meaning_of(word text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE
   RETURN to_tsquery('simple', quote_literal(word) || ':*') || plainto_tsquery('simple', word)
     || plainto_tsquery('english', word) || plainto_tsquery('spanish', word)`,

  // Levenshtein's distance, but two letters that changed places are one error and not two.
  `CREATE FUNCTION edits(a text, b text, most integer) RETURNS integer LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
   DECLARE
     distance integer := levenshtein_less_equal(a, b, greatest(most, 2));
   BEGIN
     IF distance = 2 AND char_length(a) = char_length(b) AND
        (SELECT array_agg(letter ORDER BY letter) FROM string_to_table(a, NULL) AS letter) =
        (SELECT array_agg(letter ORDER BY letter) FROM string_to_table(b, NULL) AS letter)
     THEN RETURN 1; END IF;
     RETURN distance;
   END $$`,

  // One error in a word of three to five letters, two in a longer one; for want of such words, those that look most alike.
  `CREATE FUNCTION nearest_words(tenant uuid, typed text) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
   DECLARE
     size integer := char_length(typed);
     most integer := CASE WHEN char_length(typed) <= 5 THEN 1 ELSE 2 END;
     words text;
   BEGIN
     IF size NOT BETWEEN 3 AND ${LONGEST_WORD} THEN RETURN NULL; END IF;
     SELECT string_agg(quote_literal(near.word), ' | ') INTO words
       FROM (SELECT word FROM product_word
              WHERE tenant_id = tenant AND char_length(word) BETWEEN size - most AND size + most
                AND levenshtein_less_equal(word, typed, 2) <= 2 AND edits(word, typed, most) <= most
              ORDER BY edits(word, typed, most) FETCH FIRST ROW WITH TIES) AS near;
     IF words IS NOT NULL THEN RETURN to_tsquery('simple', words); END IF;
     SELECT string_agg(quote_literal(alike.word), ' | ') INTO words
       FROM (SELECT word FROM product_word
              WHERE tenant_id = tenant AND word % typed AND similarity(word, typed) >= ${LEAST_SIMILARITY}
              ORDER BY similarity(word, typed) DESC, word LIMIT 5) AS alike;
     RETURN to_tsquery('simple', words);
   END $$`,

  // A word that some product has means what it says; only one that none has is taken for a typing error. The planner takes
  // beginnings of words for commoner than they are, and would read all products where the index knows at once.
  `CREATE FUNCTION search_products(query text) RETURNS TABLE (product_id uuid, relevance integer)
   LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
   SET search_path = public, pg_temp SET enable_seqscan = off AS $$
   DECLARE
     tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
     typed text;
     meaning tsquery;
     wanted tsquery;
   BEGIN
     FOREACH typed IN ARRAY wanted_words(query) LOOP
       meaning := meaning_of(typed);
       IF NOT EXISTS (SELECT FROM product p WHERE p.tenant_id = tenant AND p.document @@ meaning) THEN
         meaning := nearest_words(tenant, typed);
         IF meaning IS NULL THEN RETURN; END IF;
       END IF;
       wanted := coalesce(wanted && meaning, meaning);
     END LOOP;
     RETURN QUERY
       SELECT p.id, round(1e6 * ts_rank(p.document, wanted, 1))::integer
              + CASE WHEN lower(p.sku) = lower(query) THEN 100000000 ELSE 0 END
         FROM product p WHERE p.tenant_id = tenant AND p.document @@ wanted;
   END $$`,
  'REVOKE EXECUTE ON FUNCTION search_products FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION search_products TO products_service',
];
